package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.AccountLinks;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.account.EditAccount;
import org.mentorportal.account.InviteAccount;
import org.mentorportal.account.LinkOutcome;
import org.mentorportal.account.LinkToken;
import org.mentorportal.account.MakeLink;
import org.mentorportal.account.NewAccount;
import org.mentorportal.account.PasswordLinks;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.account.SwitchAccount;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureOutcome;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.catalogue.AddResource;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditHours;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Subscription;
import org.mentorportal.live.Topic;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.AnswerNoShow;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.DeclineReprobation;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.mentorship.EnrolStudent;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.WarningId;
import org.mentorportal.notification.InboxService;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.Mark;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.ResetAttendance;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PlantedFaults;
import org.mentorportal.support.PlantedFaults.Commit;
import org.mentorportal.support.PlantedFaults.Fault;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.Turn;
import org.mentorportal.trail.SealService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** E3, E6, E8: whatever a command meets on its way, it is done as a whole and once, or not at all. */
@Order(Turn.COMPARES_TABLES)
@PortalTest
class FaultsTest {

    private static final AccountInfo SET_UP = new AccountInfo(CurrentActor.setUp().id(), "", CurrentActor.setUp().name(), Set.of(Role.ADMIN));
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<String, Clean> CLEAN = new HashMap<>();
    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    BookingService bookings;
    @Autowired
    ApprovalService approvals;
    @Autowired
    ClosureService closures;
    @Autowired
    RetirementService retirement;
    @Autowired
    CycleService cycles;
    @Autowired
    EnrolmentService enrolments;
    @Autowired
    MentorshipService mentorship;
    @Autowired
    AttendanceService attendance;
    @Autowired
    Mentoring mentoring;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    AccountService accounts;
    @Autowired
    AccountLinks links;
    @Autowired
    PasswordLinks passwordLinks;
    @Autowired
    SecondFactorService secondFactors;
    @Autowired
    AccountAdministration administration;
    @Autowired
    InboxService inbox;
    @Autowired
    SealService seals;
    @Autowired
    LiveUpdates live;
    @Autowired
    PlantedFaults faults;
    @Autowired
    CommandSettings settings;
    @Autowired
    JdbcClient jdbc;

    private final List<Set<Topic>> announced = new CopyOnWriteArrayList<>();
    private Subscription listening;
    private StoredRows stored;
    private AccountInfo student;
    private AccountInfo mentor;
    private AccountInfo principal;
    private AccountInfo admin;
    private ServiceInfo automatic;
    private ServiceInfo approved;
    private ServiceInfo talk;
    private ServiceInfo open;
    private int slots;
    private int before;

    @BeforeEach
    void openTheSchool() {
        student = school.student();
        mentor = school.mentor();
        principal = school.principal();
        admin = school.admin();
        automatic = school.service(school.ground(), Approval.AUTOMATIC);
        approved = school.service();
        talk = school.service(school.resourceOf(mentor), Approval.MENTOR);
        open = school.service(talk.resource(), Approval.AUTOMATIC);
        stored = new StoredRows(jdbc);
        listening = live.subscribeToAll(announced::add);
    }

    @AfterEach
    void stopListening() {
        listening.close();
    }

    /** A command in a situation of its own: sends it, under a key, as often as one likes. */
    private interface Sender {

        Object send(CommandKey key);
    }

    /** @param prepared makes the situation in which the command can be done */
    private record Case(String name, Supplier<Sender> prepared) {
    }

    /** Every command of the portal, by each way that writes otherwise. */
    private List<Case> commands() {
        return Stream.of(ofBookings(), ofMentees()).flatMap(List::stream).toList();
    }

    private List<Case> ofBookings() {
        return List.of(
                new Case("request automatic", () -> request(automatic)),
                new Case("request pending", () -> request(approved)),
                new Case("book for student, mentor", () -> bookFor(mentor, talk)),
                new Case("book for student, admin", () -> bookFor(admin, approved)),
                new Case("approve", () -> {
                    BookingDetails booking = booking(approved);
                    return as(principal, key -> approvals.decide(new Decision.Approve(booking.id()), key));
                }),
                new Case("approve on behalf", () -> {
                    BookingDetails booking = booking(approved);
                    return as(admin, key -> approvals.decide(new Decision.Approve(booking.id(), "asked to"), key));
                }),
                new Case("reject", () -> {
                    BookingDetails booking = booking(approved);
                    return as(principal, key -> approvals.decide(new Decision.Reject(booking.id(), "no lights"), key));
                }),
                new Case("revoke", () -> {
                    BookingDetails booking = booking(automatic);
                    return as(principal, key -> approvals.decide(new Decision.Revoke(booking.id(), "no lights"), key));
                }),
                new Case("cancel, student", () -> {
                    BookingDetails booking = booking(automatic);
                    return as(student, key -> bookings.cancel(new Decision.Cancel(booking.id(), ""), key));
                }),
                new Case("cancel, admin", () -> {
                    BookingDetails booking = booking(automatic);
                    return as(admin, key -> bookings.cancel(new Decision.Cancel(booking.id(), "flooded"), key));
                }),
                new Case("reschedule, student", () -> reschedule(student, "")),
                new Case("reschedule, admin", () -> reschedule(admin, "flooded")),
                new Case("edit, student", () -> edit(student)),
                new Case("edit, admin", () -> edit(admin)),
                new Case("close with a booking inside", () -> {
                    BookingDetails booking = booking(approved);
                    return as(principal, key -> closures.close(closure(booking.start()), key));
                }),
                new Case("lift", () -> {
                    var closed = (ClosureOutcome.Closed) school.as(principal, () -> closures.close(closure(slot()), CommandKey.fresh()));
                    return as(principal, key -> closures.lift(new LiftClosure(closed.closure().id(), false), key));
                }),
                new Case("lift and bring back", () -> {
                    BookingDetails booking = booking(automatic);
                    var closed = (ClosureOutcome.Closed) school.as(principal, () -> closures.close(closure(automatic, booking.start()), CommandKey.fresh()));
                    return as(principal, key -> closures.lift(new LiftClosure(closed.closure().id(), true), key));
                }),
                new Case("give up", () -> {
                    BookingDetails booking = booking(approved);
                    school.as(principal, () -> closures.close(closure(booking.start()), CommandKey.fresh()));
                    return as(student, key -> bookings.giveUp(new GiveUp(booking.id()), key));
                }),
                new Case("add a resource", () -> {
                    var ground = new AddResource("Faulty ground " + NUMBER.incrementAndGet(), null);
                    return as(admin, key -> catalogue.add(ground, key));
                }),
                new Case("add a service", () -> {
                    var service = new AddService(approved.resource().id(), "Faulty service " + NUMBER.incrementAndGet(), Timing.of(60), 1, 12,
                            Approval.PRINCIPAL, Limits.none(), School.allWeek("08:00", "20:00"));
                    return as(admin, key -> catalogue.add(service, key));
                }),
                new Case("edit a service", () -> {
                    ServiceInfo now = school.service();
                    var edit = new EditService(now.id(), now.version(), now.name() + " anew", now.timing(), 2, now.players(), now.approval(),
                            now.limits(), School.allWeek("09:00", "18:00"));
                    return as(admin, key -> catalogue.edit(edit, key));
                }),
                new Case("edit opening hours", () -> {
                    ServiceInfo now = school.service(school.resourceOf(school.mentor()), Approval.MENTOR);
                    var edit = new EditHours(now.id(), now.version(), School.allWeek("09:00", "18:00"));
                    return as(admin, key -> catalogue.edit(edit, key));
                }),
                new Case("retire a service with a booking", () -> {
                    ServiceInfo now = school.service();
                    desk.book(student, now, slot());
                    return as(admin, key -> retirement.retire(new RetireService(now.id(), now.version(), RetireService.LiveBookings.CANCEL, "no lights"), key));
                }),
                new Case("offer a service again", () -> {
                    ServiceInfo now = school.service();
                    school.as(admin, () -> retirement.retire(new RetireService(now.id(), now.version(), RetireService.LiveBookings.KEEP, ""), CommandKey.fresh()));
                    return as(admin, key -> catalogue.offerAgain(new OfferService(now.id(), now.version() + 1), key));
                }),
                new Case("create an account", () -> {
                    int number = NUMBER.incrementAndGet();
                    var account = school.as(SET_UP, () -> new NewAccount("faulty" + number + "@test.school", "Faulty " + number,
                            accounts.hash(School.PASSWORD), Set.of(Role.STUDENT)));
                    return as(SET_UP, key -> accounts.create(account, key));
                }),
                new Case("invite somebody", () -> {
                    var invite = new InviteAccount("faulty" + NUMBER.incrementAndGet() + "@test.school", "Faulty", Set.of(Role.STUDENT));
                    return as(admin, key -> links.invite(invite, key));
                }),
                new Case("start a reset", () -> {
                    var make = new MakeLink(school.student().id());
                    return as(admin, key -> links.make(make, key));
                }),
                new Case("edit an account", () -> {
                    var edit = new EditAccount(school.student().id(), 1, "Faulty", Set.of(Role.STUDENT, Role.MENTOR));
                    return as(admin, key -> administration.edit(edit, key));
                }),
                new Case("disable an account", () -> {
                    var disable = new SwitchAccount(school.student().id(), 1, false);
                    return as(admin, key -> administration.switchTo(disable, key));
                }),
                new Case("choose a password", () -> {
                    var reset = (LinkOutcome.Made) school.as(admin, () -> links.make(new MakeLink(school.student().id()), CommandKey.fresh()));
                    var token = new LinkToken(reset.address().replaceAll(".*/", ""));
                    return key -> passwordLinks.choose(token, "quite another password", key);
                }),
                new Case("take a second factor away", () -> {
                    AccountInfo person = school.student();
                    jdbc.sql("insert into second_factor (account_id, secret, version) values (?, ?, 0)").params(person.id().value(), new byte[48]).update();
                    return as(admin, key -> secondFactors.turnOff(person.id(), key));
                }),
                new Case("seal the trail", () -> as(admin, seals::seal)),
                new Case("request a talk", () -> request(open)),
                new Case("cancel the last of a session", () -> {
                    BookingDetails booking = booking(open);
                    return as(student, key -> bookings.cancel(new Decision.Cancel(booking.id(), ""), key));
                }),
                new Case("mark", () -> {
                    BookingDetails booking = desk.booked(student, open, earlier());
                    return as(mentor, key -> attendance.mark(new MarkAttendance(booking.id(), Mark.NO_SHOW, ""), key));
                }),
                new Case("mark on behalf", () -> {
                    BookingDetails booking = desk.booked(student, open, earlier());
                    return as(admin, key -> attendance.mark(new MarkAttendance(booking.id(), Mark.EXCUSED, "told so"), key));
                }),
                new Case("take a mark back", () -> {
                    BookingDetails booking = desk.booked(student, open, earlier());
                    desk.mark(mentor, booking, Mark.NO_SHOW);
                    return as(mentor, key -> attendance.reset(new ResetAttendance(booking.id(), ""), key));
                }),
                new Case("read the inbox", () -> {
                    desk.approve(principal, booking(approved));
                    long newest = desk.inboxOf(student).getFirst().id();
                    return as(student, key -> inbox.markReadUpTo(newest)); // makes its own key
                }));
    }

    private List<Case> ofMentees() {
        return List.of(
                new Case("mark a mentee's third no-show", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    mentoring.noShows(scene, 2);
                    BookingDetails third = mentoring.past(scene, 3);
                    return as(scene.mentor(), key -> attendance.mark(new MarkAttendance(third.id(), Mark.NO_SHOW, ""), key));
                }),
                new Case("reset a mentee's no-show", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    BookingDetails missed = mentoring.noShow(scene, 1);
                    return as(scene.mentor(), key -> attendance.reset(new ResetAttendance(missed.id(), ""), key));
                }),
                new Case("add a cycle", () -> {
                    var cycle = new AddCycle("Faulty cycle " + NUMBER.incrementAndGet(), DAY, DAY, 3, Mentoring.ids(school.service()));
                    return as(admin, key -> cycles.add(cycle, key));
                }),
                new Case("edit a cycle", () -> {
                    CycleInfo now = mentoring.cycle(admin, school.service());
                    var edit = new EditCycle(now.id(), now.version(), now.name(), now.firstDay(), now.lastDay().plusDays(1), 2,
                            Mentoring.ids(school.service()));
                    return as(admin, key -> cycles.edit(edit, key));
                }),
                new Case("enrol a student", () -> {
                    CycleInfo cycle = mentoring.cycle(admin);
                    return as(mentor, key -> enrolments.enrol(new EnrolStudent(cycle.id(), student.id(), mentor.id()), key));
                }),
                new Case("set a plan", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    var plan = new SetPlan(scene.enrolment().id(), 1, List.of(mentoring.weekly(scene.talk(), 3, "10:00")));
                    return as(scene.mentor(), key -> enrolments.setPlan(plan, key));
                }),
                new Case("generate a plan's bookings", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    mentoring.plan(scene, mentoring.weekly(scene.talk(), 3, "10:00"));
                    LocalDate day = LocalDate.ofInstant(school.in(3, "10:00"), school.zone());
                    return as(scene.mentor(), key -> enrolments.generate(new GeneratePlan(scene.enrolment().id(), day, day), key));
                }),
                new Case("reprobate", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    mentoring.noShow(scene, 1);
                    desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
                    return as(scene.mentor(), key -> mentorship.suspend(new SuspensionCommand.Reprobate(scene.enrolment().id(), "no-shows"), key));
                }),
                new Case("unsubscribe, mentee", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    desk.book(scene.student(), scene.training(), school.in(3, "10:00"));
                    return as(scene.student(), key -> mentorship.suspend(new SuspensionCommand.Unsubscribe(scene.enrolment().id(), ""), key));
                }),
                new Case("reactivate", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    mentoring.noShow(scene, 1);
                    desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
                    desk.book(scene.student(), scene.training(), school.in(4, "10:00"));
                    mentoring.plan(scene, mentoring.weekly(scene.training(), 59, "10:00"));
                    mentoring.reprobated(scene);
                    return as(scene.mentor(), key -> mentorship.end(new SuspensionCommand.Reactivate(scene.enrolment().id(), null), key));
                }),
                new Case("resubscribe, mentee", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
                    mentoring.unsubscribe(scene.student(), scene, "");
                    return as(scene.student(), key -> mentorship.end(new SuspensionCommand.Resubscribe(scene.enrolment().id(), null), key));
                }),
                new Case("decline a reprobation", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    mentoring.noShows(scene, 3);
                    return as(scene.mentor(), key -> mentorship.decline(new DeclineReprobation(scene.enrolment().id(), "ill"), key));
                }),
                new Case("answer a no-show", () -> {
                    Mentoring.Scene scene = mentoring.scene();
                    mentoring.noShow(scene, 1);
                    WarningId warning = mentoring.page(scene).warnings().getFirst().id();
                    return as(scene.student(), key -> mentorship.answer(new AnswerNoShow(warning, "The bus"), key));
                }));
    }

    private Sender as(AccountInfo person, Function<CommandKey, Object> command) {
        return key -> school.as(person, () -> command.apply(key));
    }

    private Sender request(ServiceInfo service) {
        Instant start = slot();
        return as(student, key -> bookings.request(new RequestBooking(service.id(), start, "practice", 1, ""), key));
    }

    private Sender bookFor(AccountInfo staff, ServiceInfo service) {
        Instant start = slot();
        return as(staff, key -> bookings.bookFor(new BookForStudent(student.id(), service.id(), start, "practice", 1, ""), key));
    }

    private Sender reschedule(AccountInfo person, String reason) {
        BookingDetails booking = booking(approved);
        Instant start = slot();
        return as(person, key -> bookings.reschedule(new RescheduleBooking(booking.id(), start, reason, null), key));
    }

    private Sender edit(AccountInfo person) {
        BookingDetails booking = booking(automatic);
        return as(person, key -> bookings.edit(new EditBooking(booking.id(), booking.version(), "a match", 2, "room 1"), key));
    }

    private CloseResource closure(Instant from) {
        return closure(approved, from);
    }

    private static CloseResource closure(ServiceInfo service, Instant from) {
        return new CloseResource(service.resource().id(), from, from.plusSeconds(3600), "flooded");
    }

    private BookingDetails booking(ServiceInfo service) {
        return desk.book(student, service, slot());
    }

    private Instant earlier() {
        int number = before++;
        return school.in(-1 - number / 12, "%02d:00".formatted(8 + number % 12));
    }

    /** An hour that no other point uses. */
    private Instant slot() {
        int number = slots++;
        if (number == 200) {
            slots = 1;
            number = 0;
            student = school.student();
            automatic = school.service(school.ground(), Approval.AUTOMATIC);
            approved = school.service();
        }
        return school.in(1 + number / 12, "%02d:00".formatted(8 + number % 12));
    }

    private static void assertDone(Object answer, String where) {
        assertThat(answer instanceof Outcome outcome ? !outcome.changedNothing() : (Integer) answer > 0).as(where + ": " + answer).isTrue();
    }

    /** @param writes single writes; @param growth rows that the command adds, by table; @param told what is announced */
    private record Clean(int writes, Map<String, Long> growth, int told) {
    }

    /** Found out once for each command: it is the same for all three tests. */
    private Clean clean(Case command) {
        return CLEAN.computeIfAbsent(command.name, name -> foundOut(command));
    }

    private Clean foundOut(Case command) {
        Sender sender = prepare(command);
        StoredRows.Picture before = stored.now();
        int writes = faults.writesOf(() -> assertDone(sender.send(CommandKey.fresh()), command.name));
        return new Clean(writes, stored.now().growthSince(before), announced.size());
    }

    private Sender prepare(Case command) {
        Sender sender = command.prepared.get();
        announced.clear();
        return sender;
    }

    @Test
    void e6FaultAfterAnySingleWriteLeavesNothingBehindAndTheSameKeyThenSucceeds() {
        int points = 0;
        var byCommand = new ArrayList<String>();
        for (Case command : commands()) {
            Clean clean = clean(command);
            for (int write = 1; write <= clean.writes; write++) {
                faultAfter(write, command, clean);
            }
            points += clean.writes;
            byCommand.add(command.name + " " + clean.writes);
        }
        System.out.println("FAULTS points=" + points + " commands=" + byCommand.size() + " " + byCommand);
        assertThat(byCommand).noneMatch(line -> line.endsWith(" 0"));
    }

    private void faultAfter(int write, Case command, Clean clean) {
        String where = command.name + ", fault after write " + write;
        Sender sender = prepare(command);
        CommandKey key = CommandKey.fresh();
        StoredRows.Picture before = stored.now();

        assertThatThrownBy(() -> faults.afterWrite(write, Fault.UNKNOWN, () -> sender.send(key))).as(where).isInstanceOf(RuntimeException.class);
        assertThat(stored.now()).as(where).isEqualTo(before);
        assertThat(announced).as(where).isEmpty();

        assertDone(sender.send(key.again()), where);
        assertThat(stored.now().growthSince(before)).as(where).isEqualTo(clean.growth);
    }

    /** After the first and the last write of each command, with {@code portal.long} after every one: each waits for another connection. */
    @Test
    void e6ConnectionLostAfterAnySingleWriteIsMendedByAnotherTryAndTheEffectIsThereOnce() {
        int points = 0;
        for (Case command : commands()) {
            Clean clean = clean(command);
            IntStream writes = Boolean.getBoolean("portal.long") ? IntStream.rangeClosed(1, clean.writes) : IntStream.of(1, clean.writes).distinct();
            for (int after : writes.toArray()) {
                once(command, clean, "connection lost after write " + after, sender -> key -> faults.afterWrite(after, Fault.CONNECTION_LOST, () -> sender.send(key)));
                assertThat(announced).as(command.name).hasSize(clean.told);
                points++;
            }
        }
        System.out.println("FAULTS connections lost=" + points + " commands=" + commands().size());
    }

    @Test
    void e6ConnectionLostAtTheCommitIsAnsweredWithWhatCameOfItAndTheEffectIsThereOnce() {
        for (Case command : commands()) {
            Clean clean = clean(command);
            for (Commit commit : List.of(Commit.LOST_BEFORE, Commit.LOST_AFTER)) {
                once(command, clean, "connection " + commit + " the commit", sender -> key -> faults.at(commit, () -> sender.send(key)));
                assertThat(announced).as("screens hear of it once: " + command.name + ", " + commit).hasSize(clean.told);
            }
        }
        System.out.println("FAULTS commits lost=" + 2 * commands().size());
    }

    private void once(Case command, Clean clean, String fault, Function<Sender, Function<CommandKey, Object>> faulty) {
        String where = command.name + ", " + fault;
        Sender sender = prepare(command);
        CommandKey key = CommandKey.fresh();
        StoredRows.Picture before = stored.now();

        assertDone(faulty.apply(sender).apply(key), where);

        StoredRows.Picture done = stored.now();
        assertThat(done.growthSince(before)).as(where).isEqualTo(clean.growth);
        sender.send(key.again());
        assertThat(stored.now()).as(where + ", and once more").isEqualTo(done);
    }

    @Test
    void e3e6DatabaseGoneAfterTheCommitWasSentIsBeingCheckedAndTheSameKeyLaterGivesTheResult() {
        Sender sender = request(approved);
        CommandKey key = CommandKey.fresh();
        StoredRows.Picture before = stored.now();
        long begun = System.nanoTime();

        Object answer = faults.at(Commit.LOST_AFTER_AND_DATABASE_GONE, () -> sender.send(key));

        assertThat(answer).isEqualTo(new BookingOutcome.NotDone(Refused.because(CommandRule.BEING_CHECKED)));
        assertThat(System.nanoTime() - begun).as("looked for as long as the budget lasts").isBetween(
                settings.budget().minus(settings.longestBackoff()).toNanos(), settings.budget().plus(settings.longestBackoff()).toNanos());
        StoredRows.Picture done = stored.now();
        assertThat(done.growthSince(before)).containsEntry("booking", 1L).containsEntry("command_receipt", 1L);
        announced.clear();
        assertThat(Stream.of(1, 2).map(again -> Desk.done((BookingOutcome) sender.send(key.again())).version())).containsOnly(1);
        assertThat(announced).as("screens hear of it once, as soon as it is known").hasSize(1);
        assertThat(stored.now()).isEqualTo(done);
    }
}
