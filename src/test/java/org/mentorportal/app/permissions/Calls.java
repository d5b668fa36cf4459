package org.mentorportal.app.permissions;

import static java.util.stream.Collectors.toSet;

import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountLinks;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.EditAccount;
import org.mentorportal.account.FirstAdmin;
import org.mentorportal.account.InviteAccount;
import org.mentorportal.account.LinkOutcome;
import org.mentorportal.account.LinkToken;
import org.mentorportal.account.MakeLink;
import org.mentorportal.account.MakeToken;
import org.mentorportal.account.NewAccount;
import org.mentorportal.account.OwnPassword;
import org.mentorportal.account.PasswordHash;
import org.mentorportal.account.PasswordLinks;
import org.mentorportal.account.RevokeToken;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.account.SetUp;
import org.mentorportal.account.SwitchAccount;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingPath;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.ClosureInfo;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.PendingRequest;
import org.mentorportal.booking.QueuePart;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.booking.SlotBoards;
import org.mentorportal.booking.SlotSearch;
import org.mentorportal.booking.StaffBookings;
import org.mentorportal.catalogue.AddResource;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditHours;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.AnswerNoShow;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.DeclineReprobation;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.mentorship.EnrolStudent;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.MenteeGroup;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.SuspensionKind;
import org.mentorportal.notification.InboxService;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.Mark;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.ResetAttendance;
import org.mentorportal.session.SessionDetails;
import org.mentorportal.session.SessionService;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.School;
import org.mentorportal.trail.AsOf;
import org.mentorportal.trail.SealService;
import org.mentorportal.trail.TrailExport;
import org.mentorportal.trail.TrailFilter;
import org.mentorportal.trail.TrailLine;
import org.mentorportal.trail.TrailService;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** How each service method is called by somebody, about something that is the cast's. */
final class Calls {

    /**
     * One way to call one method.
     *
     * @param prepared what it is about; made anew once somebody was allowed to change it
     * @param made     an outcome, or whether the caller was shown what they asked for
     */
    record Call<T>(Function<Cast, T> prepared, BiFunction<Cast, T, Object> made) {

        Object by(Cast cast, Object about) {
            @SuppressWarnings("unchecked")
            T known = (T) about;
            return made.apply(cast, known);
        }
    }

    private final Map<String, Call<?>> calls = new LinkedHashMap<>();
    private final ApplicationContext portal;
    private final ZoneId zone;

    Calls(ApplicationContext portal, ZoneId zone) {
        this.portal = portal;
        this.zone = zone;
        bookings();
        decisions();
        closures();
        catalogue();
        sessions();
        mentorship();
        people();
        accounts();
        trail();
    }

    Map<String, Call<?>> all() {
        return calls;
    }

    private <S> S the(Class<S> service) {
        return portal.getBean(service);
    }

    private <T> void add(String method, Function<Cast, T> prepared, BiFunction<Cast, T, Object> made) {
        calls.put(method, new Call<>(prepared, made));
    }

    private static CommandKey key() {
        return CommandKey.fresh();
    }

    private LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    private void bookings() {
        BookingService bookings = the(BookingService.class);
        add("BookingService.request", Cast::freeTime, (cast, start) -> bookings.request(new RequestBooking(cast.talk.id(), start, "x", 1, ""), key()));
        add("BookingService.bookFor", Cast::freeTime, (cast, start) -> bookings.bookFor(new BookForStudent(cast.student.id(), cast.talk.id(), start, "x", 1, ""), key()));
        add("BookingService.cancel", Cast::approved, (cast, booking) -> bookings.cancel(new Decision.Cancel(booking.id(), "ill"), key()));
        add("BookingService.reschedule", cast -> Map.entry(cast.approved(), cast.freeTime()),
                (cast, move) -> bookings.reschedule(new RescheduleBooking(move.getKey().id(), move.getValue(), "ill", null), key()));
        add("BookingService.edit", Cast::approved, (cast, booking) -> bookings.edit(new EditBooking(booking.id(), booking.version(), "other", null, null), key()));
        add("BookingService.giveUp", Cast::held, (cast, booking) -> bookings.giveUp(new GiveUp(booking.id()), key()));
        add("BookingService.mine", Cast::approved, (cast, booking) -> has(bookings.mine(), BookingDetails::id, booking.id()));
        add("BookingService.find", Cast::approved, (cast, booking) -> bookings.find(booking.id()).isPresent());
        add("BookingService.placesFor", Cast::approved, (cast, booking) -> !bookings.placesFor(booking.id()).isEmpty());
        add("BookingService.page", Cast::approved, (cast, booking) -> has(bookings.page(new BookingId(booking.id().value() + 1), 1).bookings(), BookingDetails::id, booking.id())
                || has(bookings.page(new BookingId(booking.id().value() - 1), 1).bookings(), BookingDetails::id, booking.id()));
        StaffBookings staff = the(StaffBookings.class);
        add("StaffBookings.isStaffOf", cast -> cast.talk, (cast, service) -> staff.isStaffOf(service));
        add("StaffBookings.upcoming", Cast::approved, (cast, booking) -> has(staff.upcoming(cast.talk.name()).bookings(), BookingDetails::id, booking.id()));
        add("StaffBookings.whyNotAsStudent", cast -> cast.school.in(-1, "10:00"), (cast, start) -> staff.whyNotAsStudent(cast.student.id(), cast.talk, start).isPresent());
        add("SlotBoards.watch", cast -> BoardKey.of(cast.talk.resource().id(), day(cast.freeTime())), (cast, week) -> {
            try (var watch = the(SlotBoards.class).watch(week, () -> { })) {
                return watch.now() != null;
            }
        });
        SlotSearch search = the(SlotSearch.class);
        add("SlotSearch.nextFree", cast -> cast.talk, (cast, service) -> !search.nextFree(service, 1).isEmpty());
        add("SlotSearch.freeAround", Cast::freeTime, (cast, start) -> !search.freeAround(Slots.at(start, cast.talk, cast.school.zone()).orElseThrow(),
                cast.talk, BookingPath.STUDENT).isEmpty());
        add("SlotSearch.slots", Cast::freeTime, (cast, start) -> !search.slots(cast.talk, day(start), day(start)).isEmpty());
    }

    private void decisions() {
        ApprovalService approvals = the(ApprovalService.class);
        add("ApprovalService.decide Approve", Cast::pending, (cast, booking) -> approvals.decide(new Decision.Approve(booking.id(), "asked to"), key()));
        add("ApprovalService.decide Reject", Cast::pending, (cast, booking) -> approvals.decide(new Decision.Reject(booking.id(), "full"), key()));
        add("ApprovalService.decide Revoke", Cast::approvedByTheMentor, (cast, booking) -> approvals.decide(new Decision.Revoke(booking.id(), "full"), key()));
        add("ApprovalService.queue Requests", Cast::pending, (cast, booking) -> Stream.of(QueuePart.WAITING, QueuePart.WITH_MENTORS)
                .anyMatch(part -> has(approvals.queue(part, booking.studentName(), 1_000).first(), PendingRequest::booking, booking)));
        add("ApprovalService.soonest", Cast::pending, (cast, booking) -> !approvals.soonest(1).isEmpty());
        add("ApprovalService.countPending", Cast::pending, (cast, booking) -> approvals.countPending() > 0);
        add("ApprovalService.queue Approved", Cast::approvedByTheMentor, (cast, booking) -> has(
                approvals.queue(QueuePart.APPROVED, booking.studentName(), 1_000).first(), request -> request.booking().id(), booking.id()));
        RetirementService retirement = the(RetirementService.class);
        add("RetirementService.preview", Cast::withBookings, (cast, service) -> !retirement.preview(service.id()).isEmpty());
        add("RetirementService.retire", Cast::service, (cast, service) ->
                retirement.retire(new RetireService(service.id(), service.version(), RetireService.LiveBookings.KEEP, ""), key()));
    }

    private void closures() {
        ClosureService closures = the(ClosureService.class);
        add("ClosureService.preview", Cast::approved, (cast, booking) -> !closures.preview(cast.closing(booking.start())).isEmpty());
        add("ClosureService.close", Cast::freeTime, (cast, start) -> closures.close(cast.closing(start), key()));
        add("ClosureService.restorable", Cast::closedOverABooking, (cast, closure) -> !closures.restorable(closure.id()).isEmpty());
        add("ClosureService.lift", Cast::closed, (cast, closure) -> closures.lift(new LiftClosure(closure.id(), false), key()));
        add("ClosureService.current", Cast::closed, (cast, closure) -> has(closures.current(), ClosureInfo::id, closure.id()));
    }

    private void catalogue() {
        CatalogueService catalogue = the(CatalogueService.class);
        add("CatalogueService.current", cast -> cast.talk, (cast, service) -> catalogue.current().find(service.id()).isPresent());
        add("CatalogueService.atVersion", cast -> cast.talk, (cast, service) -> catalogue.atVersion(service.id(), service.version()) != null);
        add("CatalogueService.newest", cast -> cast.talk, (cast, service) ->
                the(TransactionTemplate.class).execute(command -> catalogue.newest(service.id())) != null);
        add("CatalogueService.add AddResource", cast -> cast.nextName("ground"), (cast, name) -> catalogue.add(new AddResource(name, null), key()));
        add("CatalogueService.add AddService", cast -> cast.nextName("service"), (cast, name) -> catalogue.add(new AddService(cast.talk.resource().id(), name,
                cast.talk.timing(), 1, 1, cast.talk.approval(), cast.talk.limits(), cast.talk.hours()), key()));
        add("CatalogueService.edit EditService", Cast::service, (cast, service) -> catalogue.edit(edit(service, cast.nextName("anew")), key()));
        add("CatalogueService.edit EditHours", Cast::service, (cast, service) -> catalogue.edit(new EditHours(service.id(), service.version(), School.allWeek("09:00", "10:00")), key()));
        add("CatalogueService.offerAgain", Cast::retired, (cast, service) -> catalogue.offerAgain(new OfferService(service.id(), service.version() + 1), key()));
    }

    private static EditService edit(ServiceInfo now, String name) {
        return new EditService(now.id(), now.version(), name, now.timing(), now.capacity(), now.players(), now.approval(), now.limits(), now.hours());
    }

    private void sessions() {
        AttendanceService attendance = the(AttendanceService.class);
        add("AttendanceService.mark", Cast::past, (cast, booking) -> attendance.mark(new MarkAttendance(booking.id(), Mark.ATTENDED, "told so"), key()));
        add("AttendanceService.reset", Cast::marked, (cast, booking) -> attendance.reset(new ResetAttendance(booking.id(), "told so"), key()));
        SessionService sessions = the(SessionService.class);
        add("SessionService.topic", cast -> "", (cast, nothing) -> sessions.topic() != null);
        add("SessionService.today", cast -> "", (cast, nothing) -> sessions.today() != null);
        add("SessionService.week", cast -> "", (cast, nothing) -> sessions.week() != null);
        add("SessionService.waiting", Cast::past, (cast, booking) -> sessions.waiting().places().stream().anyMatch(place -> place.booking().equals(booking.id())));
        add("SessionService.waitingCount", Cast::past, (cast, booking) -> sessions.waitingCount().count() > 0);
        add("SessionService.marked", Cast::marked, (cast, booking) -> sessions.marked(100).stream().anyMatch(place -> place.booking().equals(booking.id())));
        add("SessionService.sessions", Cast::approved, (cast, booking) -> has(sessions.sessions(booking.start(), booking.end()), SessionDetails::service, cast.talk));
        add("SessionService.inRoom", Cast::room, (cast, room) -> sessions.inRoom(room).isPresent());
    }

    private void mentorship() {
        CycleService cycles = the(CycleService.class);
        add("CycleService.add", cast -> cast.nextName("cycle"), (cast, name) -> cycles.add(new AddCycle(name, LocalDate.of(2031, 1, 1), LocalDate.of(2031, 1, 2), 3, Set.of()), key()));
        add("CycleService.edit", Cast::cycle, (cast, cycle) -> cycles.edit(new EditCycle(cycle.id(), cycle.version(), cast.nextName("cycle"), cycle.firstDay(), cycle.lastDay(), 3,
                cycle.services().stream().map(ServiceInfo::id).collect(toSet())), key()));
        add("CycleService.all", Cast::cycle, (cast, cycle) -> has(cycles.all(), CycleInfo::id, cycle.id()));
        add("CycleService.find", Cast::cycle, (cast, cycle) -> cycles.find(cycle.id()).isPresent());
        EnrolmentService enrolments = the(EnrolmentService.class);
        add("EnrolmentService.enrol", Cast::cycle, (cast, cycle) -> enrolments.enrol(new EnrolStudent(cycle.id(), cast.student.id(), cast.mentor.id()), key()));
        add("EnrolmentService.setPlan", Cast::mentee, (cast, scene) -> enrolments.setPlan(new SetPlan(scene.enrolment().id(), 1,
                List.of(cast.mentoring.weekly(scene.talk(), 3, "10:00"))), key()));
        add("EnrolmentService.generationPreview", Cast::planned, (cast, scene) -> enrolments.generationPreview(scene.enrolment().id(), today(), today().plusDays(8)).isPresent());
        add("EnrolmentService.generate", Cast::planned, (cast, scene) -> enrolments.generate(new GeneratePlan(scene.enrolment().id(), today(), today().plusDays(8)), key()));
        add("EnrolmentService.newest", Cast::mentee, (cast, scene) -> has(enrolments.newest(new EnrolmentId(scene.enrolment().id().value() + 1), 1).enrolments(),
                EnrolmentDetails::id, scene.enrolment().id()));
        add("EnrolmentService.mentees", Cast::mentee, (cast, scene) -> has(enrolments.mentees(MenteeGroup.ALL, cast.student.displayName(), 1_000).first(), EnrolmentDetails::id, scene.enrolment().id()));
        add("EnrolmentService.openQuestions", Cast::asking, (cast, scene) -> enrolments.openQuestions() > 0);
        add("EnrolmentService.find", Cast::mentee, (cast, scene) -> enrolments.find(scene.enrolment().id()).isPresent());
        add("EnrolmentService.page", Cast::mentee, (cast, scene) -> enrolments.page(scene.enrolment().id()).isPresent());
        suspensions(the(MentorshipService.class));
    }

    private void suspensions(MentorshipService mentorship) {
        add("MentorshipService.suspensionPreview", Cast::mentee, (cast, scene) -> mentorship.suspensionPreview(scene.enrolment().id(), SuspensionKind.UNSUBSCRIBED).isPresent());
        add("MentorshipService.suspend Reprobate", Cast::mentee, (cast, scene) -> mentorship.suspend(new SuspensionCommand.Reprobate(scene.enrolment().id(), "so"), key()));
        add("MentorshipService.suspend Unsubscribe", Cast::mentee, (cast, scene) -> mentorship.suspend(new SuspensionCommand.Unsubscribe(scene.enrolment().id(), "so"), key()));
        add("MentorshipService.reactivationPreview unsubscribed", Cast::unsubscribed, (cast, scene) -> mentorship.reactivationPreview(scene.enrolment().id()).isPresent());
        add("MentorshipService.reactivationPreview reprobated", Cast::reprobated, (cast, scene) -> mentorship.reactivationPreview(scene.enrolment().id()).isPresent());
        add("MentorshipService.end Reactivate", Cast::reprobated, (cast, scene) -> mentorship.end(new SuspensionCommand.Reactivate(scene.enrolment().id(), null), key()));
        add("MentorshipService.end Resubscribe", Cast::unsubscribed, (cast, scene) -> mentorship.end(new SuspensionCommand.Resubscribe(scene.enrolment().id(), null), key()));
        add("MentorshipService.decline", Cast::asking, (cast, scene) -> mentorship.decline(new DeclineReprobation(scene.enrolment().id(), "so"), key()));
        add("MentorshipService.answer", Cast::warning, (cast, warning) -> mentorship.answer(new AnswerNoShow(warning, "the bus"), key()));
        add("MentorshipService.enrolled", Cast::mentee, (cast, scene) -> has(mentorship.enrolled(), EnrolmentDetails::id, scene.enrolment().id()));
        add("MentorshipService.mine", Cast::mentee, (cast, scene) -> mentorship.mine().stream().anyMatch(one -> one.page().enrolment().id().equals(scene.enrolment().id())));
    }

    private void people() {
        AccountService accounts = the(AccountService.class);
        add("AccountService.hash", cast -> "", (cast, nothing) -> accounts.hash("any password of some length") != null);
        add("AccountService.create", cast -> cast.nextName("person"), (cast, name) -> accounts.create(new NewAccount(name.replace(' ', '.') + "@test.school", name,
                new PasswordHash("{noop}x"), Set.of(Role.STUDENT)), key()));
        add("AccountService.name", cast -> cast.student, (cast, student) -> accounts.name(student.id()).equals(student.displayName()));
        add("AccountService.names", cast -> cast.student, (cast, student) -> accounts.names(List.of(student.id())).find(student.id()).isPresent());
        add("AccountService.students", cast -> cast.student, (cast, student) -> !accounts.students(student.displayName(), 50).isEmpty());
        add("AccountService.mentors", cast -> cast.mentor, (cast, mentor) -> !accounts.mentors(mentor.displayName(), 50).isEmpty());
        add("AccountService.isActiveStudent", cast -> cast.student, (cast, student) -> accounts.isActiveStudent(student.id()));
        add("AccountService.isActiveMentor", cast -> cast.mentor, (cast, mentor) -> accounts.isActiveMentor(mentor.id()));
        add("AccountService.isActive", cast -> cast.student, (cast, student) -> accounts.isActive(student.email()));
        add("AccountService.isEmpty", cast -> "", (cast, nothing) -> !accounts.isEmpty());
        AccessTokenService tokens = the(AccessTokenService.class);
        add("AccessTokenService.make", cast -> "", (cast, nothing) -> tokens.make(new MakeToken("matrix", 1), key()));
        add("AccessTokenService.revoke", cast -> cast.school.as(cast.student, () -> (TokenOutcome.Made) tokens.make(new MakeToken("matrix", 1), key())),
                (cast, made) -> tokens.revoke(new RevokeToken(made.token().id()), key()));
        add("AccessTokenService.mine", cast -> cast.school.as(cast.student, () -> (TokenOutcome.Made) tokens.make(new MakeToken("matrix", 1), key())),
                (cast, made) -> tokens.mine().stream().anyMatch(token -> token.id().equals(made.token().id())));
        InboxService inbox = the(InboxService.class);
        add("InboxService.unread", cast -> "", (cast, nothing) -> inbox.unread() >= 0);
        add("InboxService.messages", Cast::rejected, (cast, booking) -> inbox.messages().stream().anyMatch(message -> message.about() != null
                && message.about().id().equals(booking.id())));
        add("InboxService.markReadUpTo", cast -> "", (cast, nothing) -> inbox.markReadUpTo(0).refusal().isEmpty());
    }

    private void accounts() {
        AccountAdministration administration = the(AccountAdministration.class);
        add("AccountAdministration.find", cast -> cast.student, (cast, student) -> !administration.find(student.displayName(), 1).isEmpty());
        add("AccountAdministration.edit", cast -> cast.school.student(), (cast, person) ->
                administration.edit(new EditAccount(person.id(), 1, cast.nextName("person"), Set.of(Role.STUDENT)), key()));
        add("AccountAdministration.switchTo", cast -> cast.school.student(), (cast, person) -> administration.switchTo(new SwitchAccount(person.id(), 1, false), key()));
        AccountLinks links = the(AccountLinks.class);
        add("AccountLinks.invite", Cast::nextAddress, (cast, address) -> links.invite(new InviteAccount(address, "Somebody", Set.of(Role.STUDENT)), key()));
        add("AccountLinks.make", cast -> cast.school.student(), (cast, person) -> links.make(new MakeLink(person.id()), key()));
        add("PasswordLinks.look", this::link, (cast, link) -> the(PasswordLinks.class).look(link).isPresent());
        add("PasswordLinks.choose", this::link, (cast, link) -> the(PasswordLinks.class).choose(link, "a new one for the matrix", key()));
        add("OwnPassword.change", cast -> "", (cast, nothing) -> the(OwnPassword.class).change("not the current one", "a new one for the matrix", key()));
        FirstAdmin first = the(FirstAdmin.class);
        add("FirstAdmin.isNeeded", cast -> "", (cast, nothing) -> !first.isNeeded());
        add("FirstAdmin.issue", cast -> "", (cast, nothing) -> first.issue() != null);
        add("FirstAdmin.setUp", cast -> first.issue(), (cast, token) -> first.setUp(new SetUp("x@test.school", "Somebody"), token, "a new one for the matrix", key()));
        secondFactors(the(SecondFactorService.class));
    }

    private LinkToken link(Cast cast) {
        var made = cast.school.as(cast.admin, () -> (LinkOutcome.Made) the(AccountLinks.class).make(new MakeLink(cast.school.student().id()), key()));
        return new LinkToken(made.address().substring(made.address().lastIndexOf('/') + 1));
    }

    /** Without a session nobody has shown a password, so that what begins with one is refused to all. */
    private void secondFactors(SecondFactorService factors) {
        add("SecondFactorService.isMineOn", cast -> "", (cast, nothing) -> !factors.isMineOn());
        add("SecondFactorService.isMineRequired", cast -> "", (cast, nothing) -> {
            factors.isMineRequired();
            return true;
        });
        add("SecondFactorService.offer", cast -> "", (cast, nothing) -> factors.offer() != null);
        add("SecondFactorService.enter", cast -> "", (cast, nothing) -> factors.enter("000000", "192.0.2.1"));
        add("SecondFactorService.turnOn", cast -> "", (cast, nothing) -> factors.turnOn(factors.offer(), "000000", key()));
        add("SecondFactorService.turnOffMine", cast -> "", (cast, nothing) -> factors.turnOffMine("000000", "192.0.2.1", key()));
        add("SecondFactorService.turnOff", cast -> cast.school.student(), (cast, person) ->
                factors.turnOff(person.id(), key()).refusal().orElseThrow().rule().name().equals("SECOND_FACTOR_OFF")); // which they have not
    }

    private void trail() {
        TrailService trail = the(TrailService.class);
        add("TrailService.page", Cast::approved, (cast, booking) -> !trail.page(about(booking), null, 1).lines().isEmpty());
        add("TrailService.export", Cast::approved, (cast, booking) -> {
            var lines = new ArrayList<TrailLine>();
            trail.export(about(booking), lines::add);
            return !lines.isEmpty();
        });
        add("TrailExport.write", Cast::approved, (cast, booking) -> {
            var text = new StringWriter();
            the(TrailExport.class).write(about(booking), text);
            return text.toString().lines().count() > 1;
        });
        add("TrailService.seesAll", cast -> "", (cast, nothing) -> trail.seesAll());
        add("TrailService.commands", cast -> "", (cast, nothing) -> !trail.commands().isEmpty());
        AsOf asOf = the(AsOf.class);
        add("AsOf.booking", Cast::approved, (cast, booking) -> asOf.booking(booking.id(), Instant.now().plusSeconds(60)).isPresent());
        add("AsOf.enrolment", Cast::mentee, (cast, scene) -> asOf.enrolment(scene.enrolment().id(), Instant.now().plusSeconds(60)).isPresent());
        add("AsOf.bookingsOf", Cast::approved, (cast, booking) -> !asOf.bookingsOf(cast.talk.resource().id(), Instant.now().plusSeconds(60)).isEmpty());
        SealService seals = the(SealService.class);
        add("SealService.seal", Cast::approved, (cast, booking) -> seals.seal(key()));
        add("SealService.seals", cast -> cast.school.as(cast.admin, () -> seals.seal(key())), (cast, seal) -> !seals.seals(1).isEmpty());
        add("SealService.check", cast -> "", (cast, nothing) -> seals.check() != null);
    }

    private static TrailFilter about(BookingDetails booking) {
        return TrailFilter.about(new Subject("booking", booking.id().value()));
    }

    private LocalDate today() {
        return LocalDate.now(zone);
    }

    private static <T, K> boolean has(Collection<T> all, Function<T, K> part, K wanted) {
        return all.stream().map(part).anyMatch(wanted::equals);
    }
}
