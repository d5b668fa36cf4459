package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Desk.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.booking.ClosureOutcome.Closed;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.notification.InboxKind;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.shared.SqlTime;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.Desk;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Closing and lifting: what is in the way is shown, then cancelled with the reason, and nothing slips in meanwhile. */
@PortalTest
class ClosureTest {

    private static final int ROUNDS = 50;

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    ClosureService closures;
    @Autowired
    BookingService bookings;
    @Autowired
    RetirementService retirement;
    @Autowired
    SlotBoards boards;
    @Autowired
    MovableClock clock;
    @Autowired
    CountedStatements statements;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    @Test
    void previewListsWhatClosingWouldCancelAndChangesNothing() {
        ServiceInfo service = school.service();
        BookingDetails inside = desk.book(school.student(), service, school.in(5, "10:00"));
        desk.book(school.student(), service, school.in(5, "14:00"));

        assertThat(preview(school.principal(), closure(service.resource(), 5, "09:00", "12:00"))).containsExactly(inside);

        assertThat(desk.statusOf(inside)).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void previewListsABookingWhoseBufferAloneReachesIn() {
        ServiceInfo service = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60).withBuffers(0, 30), 1);
        BookingDetails booking = desk.book(school.student(), service, school.in(5, "10:00"));

        assertThat(preview(school.principal(), closure(service.resource(), 5, "11:00", "12:00"))).containsExactly(booking);
        assertThat(preview(school.principal(), closure(service.resource(), 5, "11:30", "12:00"))).isEmpty();
    }

    @Test
    void whatDoesNotExistCannotBeClosed() {
        var nowhere = new CloseResource(new ResourceId(Long.MAX_VALUE), school.in(5, "09:00"), school.in(5, "12:00"), "nothing");

        assertThat(preview(school.principal(), nowhere)).isEmpty();
        assertThat(close(school.principal(), nowhere)).isEqualTo(
                new ClosureOutcome.NotDone(Refused.because(BookingRuleId.UNKNOWN_CLOSURE)));
    }

    @Test
    void closingCancelsWithItsReasonRememberingWhereEachStood() {
        AccountInfo principal = school.principal();
        ServiceInfo service = school.service();
        AccountInfo ann = school.student();
        BookingDetails pending = desk.book(ann, service, school.in(5, "10:00"));
        BookingDetails approved = desk.book(school.student(), service, school.in(5, "11:00"));
        done(desk.approve(principal, approved));
        BookingDetails outside = desk.book(school.student(), service, school.in(5, "12:00"));

        Closed closed = (Closed) close(principal, closure(service.resource(), 5, "09:00", "12:00"));

        assertThat(closed.cancelled()).extracting(BookingDetails::id).containsExactly(pending.id(), approved.id());
        assertThat(closed.cancelled()).allSatisfy(booking -> {
            assertThat(booking.status()).isEqualTo(BookingStatus.CANCELLED);
            assertThat(booking.reason()).isEqualTo("Sports day");
            assertThat(booking.decidedBy()).isEqualTo(principal.displayName());
        });
        assertThat(held(pending, approved)).containsExactly("PENDING " + holdOf(closed), "APPROVED " + holdOf(closed));
        assertThat(desk.statusOf(outside)).isEqualTo(BookingStatus.PENDING);
        assertThat(desk.trailOf(pending)).last().isEqualTo("2 PENDING>CANCELLED PRINCIPAL CloseResource");
        assertThat(desk.trailOf(approved)).last().isEqualTo("3 APPROVED>CANCELLED PRINCIPAL CloseResource");
        assertThat(desk.inboxOf(ann)).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(InboxKind.BOOKING_CANCELLED);
            assertThat(message.reason()).isEqualTo("Sports day");
        });
    }

    @Test
    void theListOfClosuresIsReadInAsManyStatementsHoweverManyThereAre() {
        AccountInfo reader = school.principal();
        close(school.principal(), closure(school.ground(), 5, "09:00", "12:00"));
        List<String> before = statements.ofThisThread(() -> school.as(reader, closures::current));
        List<AccountInfo> others = List.of(school.principal(), school.principal(), school.principal());
        others.forEach(other -> close(other, closure(school.ground(), 6, "09:00", "12:00")));
        List<ClosureInfo> all = new ArrayList<>();

        assertThat(statements.ofThisThread(() -> all.addAll(school.as(reader, closures::current)))).hasSameSizeAs(before);
        assertThat(all).extracting(ClosureInfo::closedBy).containsAll(others.stream().map(AccountInfo::displayName).toList());
    }

    private List<String> held(BookingDetails... bookings) {
        return List.of(bookings).stream().map(booking -> jdbc.sql("select held_status || ' ' || hold_id from booking where id = ?")
                .param(booking.id().value()).query(String.class).single()).toList();
    }

    private long holdOf(Closed closed) {
        return jdbc.sql("select hold_id from closure where id = ?").param(closed.closure().id().value()).query(Long.class).single();
    }

    @Test
    void closedTimeIsShownOnTheBoardAndCannotBeBooked() {
        ServiceInfo service = school.service();
        Instant start = school.in(5, "10:00");
        close(school.principal(), closure(service.resource(), 5, "09:00", "12:00"));

        NotDone refused = (NotDone) desk.ask(school.student(), service, start);

        assertThat(refused.why()).isEqualTo(Refused.because(BookingRuleId.CLOSED, "Sports day"));
        assertThat(refused.nearestFree()).isNotEmpty().allSatisfy(slot -> assertThat(slot.start()).satisfiesAnyOf(
                at -> assertThat(at).isBeforeOrEqualTo(school.in(5, "08:00")), at -> assertThat(at).isAfterOrEqualTo(school.in(5, "12:00"))));
        assertThat(stateOf(service, start)).isEqualTo(new SlotState.Unavailable(Refused.because(BookingRuleId.CLOSED, "Sports day")));
        desk.book(school.student(), service, school.in(5, "08:00"));
        desk.book(school.student(), service, school.in(5, "12:00"));
    }

    private SlotState stateOf(ServiceInfo service, Instant start) {
        ZoneId zone = clock.getZone();
        try (BoardWatch watch = boards.watch(BoardKey.of(service.resource().id(), LocalDate.ofInstant(start, zone)), school.student().id(), () -> { })) {
            return watch.now().stateOf(Slots.at(start, service, zone).orElseThrow(), service, clock.instant());
        }
    }

    @Test
    void liftingOpensTheTimeAgainAndLeavesTheCancelledCancelled() {
        AccountInfo principal = school.principal();
        ServiceInfo service = school.service();
        BookingDetails cancelled = desk.book(school.student(), service, school.in(5, "10:00"));
        ClosureId closure = ((Closed) close(principal, closure(service.resource(), 5, "09:00", "12:00"))).closure().id();

        assertThat(lift(principal, closure)).isInstanceOf(ClosureOutcome.Lifted.class);
        assertThat(lift(school.principal(), closure)).isInstanceOf(ClosureOutcome.AlreadyLifted.class);

        assertThat(stateOf(service, cancelled.start())).isEqualTo(new SlotState.Free(1));
        assertThat(desk.statusOf(cancelled)).isEqualTo(BookingStatus.CANCELLED);
        desk.book(school.student(), service, cancelled.start());
        assertThat(trailOf(closure)).containsExactly("1 null>CLOSED PRINCIPAL CloseResource", "2 CLOSED>LIFTED PRINCIPAL LiftClosure");
    }

    @Test
    void e7LiftingBringsBackWhatTheClosureCancelledAsItWasAndSaysWhatCannotComeBack() {
        AccountInfo principal = school.principal();
        ResourceInfo ground = school.ground();
        ServiceInfo service = school.service(ground, Approval.PRINCIPAL);
        ServiceInfo retired = school.service(ground, Approval.AUTOMATIC);
        BookingDetails waiting = desk.book(school.student(), service, school.in(5, "09:00"));
        BookingDetails approved = desk.book(school.student(), service, school.in(5, "10:00"));
        desk.approve(principal, approved);
        AccountInfo busy = school.student();
        BookingDetails busys = desk.book(busy, service, school.in(5, "11:00"));
        AccountInfo leaving = school.student();
        BookingDetails leavings = desk.book(leaving, service, school.in(5, "12:00"));
        BookingDetails gone = desk.book(school.student(), retired, school.in(5, "13:00"));
        BookingDetails before = desk.book(school.student(), service, school.in(5, "14:00"));
        desk.cancel(owner(before), before, "");
        ClosureId closure = ((Closed) close(principal, closure(ground, 5, "08:00", "16:00"))).closure().id();
        desk.book(busy, school.service(), busys.start());
        done(school.as(leaving, () -> bookings.giveUp(new GiveUp(leavings.id()), CommandKey.fresh())));
        AccountInfo admin = school.admin();
        school.as(admin, () -> retirement.retire(new RetireService(retired.id(), retired.version(), RetireService.LiveBookings.KEEP, ""), CommandKey.fresh()));

        List<RestoreLine> preview = school.as(principal, () -> closures.restorable(closure));
        CommandKey key = CommandKey.fresh();
        ClosureOutcome lifted = school.as(principal, () -> closures.lift(new LiftClosure(closure, true), key));

        assertThat(((ClosureOutcome.Lifted) lifted).lines()).isEqualTo(preview)
                .extracting(RestoreLine::booking, RestoreLine::verdict, RestoreLine::status).containsExactly(
                        tuple(waiting.id(), Verdict.RESTORED, BookingStatus.PENDING), tuple(approved.id(), Verdict.RESTORED, BookingStatus.APPROVED),
                        tuple(busys.id(), Verdict.OWN_BOOKING, null), tuple(leavings.id(), Verdict.GIVEN_UP, null),
                        tuple(gone.id(), Verdict.NOT_OFFERED, null));
        assertThat(school.as(principal, () -> closures.lift(new LiftClosure(closure, true), key.again()))).as("a repeat").isEqualTo(lifted);
        assertThat(school.as(admin, () -> closures.lift(new LiftClosure(closure, true), CommandKey.fresh()))).isInstanceOf(ClosureOutcome.AlreadyLifted.class);
        assertThat(List.of(waiting, approved, busys, leavings, gone, before)).extracting(desk::statusOf).containsExactly(BookingStatus.PENDING,
                BookingStatus.APPROVED, BookingStatus.CANCELLED, BookingStatus.CANCELLED, BookingStatus.CANCELLED, BookingStatus.CANCELLED);
        assertThat(desk.trailOf(approved)).endsWith("3 APPROVED>CANCELLED PRINCIPAL CloseResource", "4 CANCELLED>APPROVED PRINCIPAL LiftClosure");
        assertThat(stateOf(service, approved.start())).as("held again").isNotInstanceOf(SlotState.Free.class);
    }

    @Test
    void e3RepeatOfWhatWasDoneAfterALiftingNamesNobodyWhoDidNotDecide() {
        AccountInfo student = school.student();
        AccountInfo principal = school.principal();
        ServiceInfo service = school.service(school.ground(), Approval.AUTOMATIC);
        BookingDetails booked = desk.book(student, service, school.in(5, "10:00"));
        ClosureId closure = ((Closed) close(principal, closure(service.resource(), 5, "09:00", "12:00"))).closure().id();
        school.as(principal, () -> closures.lift(new LiftClosure(closure, true), CommandKey.fresh()));
        var key = CommandKey.fresh();
        var edit = new EditBooking(booked.id(), 3, "another game", null, null);
        BookingDetails edited = done(school.as(student, () -> bookings.edit(edit, key)));
        done(desk.move(student, booked, school.in(6, "10:00")));

        BookingDetails again = done(school.as(student, () -> bookings.edit(edit, key.again())));

        assertThat(edited.decidedBy()).as("automatic").isNull();
        assertThat(again.decidedBy()).isNull();
        assertThat(again.decidedAt()).isEqualTo(edited.decidedAt());
        assertThat(again.start()).isEqualTo(edited.start());
        assertThat(again.version()).isEqualTo(edited.version());
    }

    private AccountInfo owner(BookingDetails booking) {
        return new AccountInfo(booking.student(), "", booking.studentName(), Set.of(Role.STUDENT));
    }

    @Test
    void e7RestoringTakesAnyFreeSeatOfAGroupAndNoneOfAFullOne() {
        AccountInfo principal = school.principal();
        ResourceInfo ground = school.ground();
        ServiceInfo group = school.service(ground, Approval.AUTOMATIC, Timing.of(60), 2);
        BookingDetails first = desk.book(school.student(), group, school.in(6, "10:00"));
        BookingDetails second = desk.book(school.student(), group, school.in(6, "10:00"));
        ClosureId closure = ((Closed) close(principal, closure(ground, 6, "09:00", "12:00"))).closure().id();
        school.edited(group, 1, group.limits());

        ClosureOutcome lifted = school.as(principal, () -> closures.lift(new LiftClosure(closure, true), CommandKey.fresh()));

        assertThat(lifted).isInstanceOfSatisfying(ClosureOutcome.Lifted.class, done -> assertThat(done.lines())
                .extracting(RestoreLine::booking, RestoreLine::verdict).containsExactly(
                        tuple(first.id(), Verdict.RESTORED), tuple(second.id(), Verdict.TAKEN)));
    }

    /** As a suspension and a retirement do (DESIGN.md section 6): so that two that cancel much never wait for each other in a circle. */
    @Test
    void e6ClosingLocksTheBookingsThatItCancelsByTheirNumber() throws Exception {
        ServiceInfo service = school.service();
        BookingDetails first = desk.book(school.student(), service, school.in(8, "11:00"));
        BookingDetails second = desk.book(school.student(), service, school.in(8, "10:00"));
        AccountInfo principal = school.principal();
        done(desk.approve(principal, first)); // which puts its row behind the other's
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ClosureOutcome> closing = new TransactionTemplate(transactions).execute(holder -> {
                jdbc.sql("select 1 from booking where id = ? for update").param(first.id().value()).query().listOfRows();
                Future<ClosureOutcome> begun = threads.submit(() -> close(principal, closure(service.resource(), 8, "09:00", "12:00")));
                await().until(() -> jdbc.sql("select count(*) from pg_locks where locktype in ('transactionid', 'tuple') and not granted")
                        .query(Integer.class).single() > 0);
                assertThat(jdbc.sql("select id from booking where id = ? for update skip locked").param(second.id().value()).query(Long.class).list())
                        .as("not locked before the first").hasSize(1);
                return begun;
            });
            assertThat(closing.get()).isInstanceOfSatisfying(Closed.class, closed -> assertThat(closed.cancelled())
                    .extracting(BookingDetails::id).containsExactly(second.id(), first.id()));
        }
    }

    @Test
    void givingUpIsForTheOwnerOfAHeldBookingAndHarmlessTwice() {
        ServiceInfo service = school.service();
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, service, school.in(7, "10:00"));
        assertThat(giveUp(student, booking)).isEqualTo(new BookingOutcome.NotDone(Refused.because(BookingRuleId.NOT_HELD)));
        close(school.principal(), closure(service.resource(), 7, "09:00", "12:00"));

        assertThat(refusal(giveUp(school.student(), booking))).isEqualTo(BookingRuleId.UNKNOWN_BOOKING);
        assertThat(giveUp(student, booking)).isInstanceOf(BookingOutcome.Done.class);
        assertThat(giveUp(student, booking)).isInstanceOf(BookingOutcome.AlreadySo.class);
        assertThat(desk.trailOf(booking)).containsExactly("1 null>PENDING STUDENT RequestBooking",
                "2 PENDING>CANCELLED PRINCIPAL CloseResource", "3 CANCELLED>CANCELLED STUDENT GiveUp");
    }

    private BookingOutcome giveUp(AccountInfo person, BookingDetails booking) {
        return school.as(person, () -> bookings.giveUp(new GiveUp(booking.id()), CommandKey.fresh()));
    }

    private List<String> trailOf(ClosureId closure) {
        return jdbc.sql("""
                select seq || ' ' || coalesce(state_from, 'null') || '>' || state_to || ' ' || actor_role || ' ' || command
                from audit_event where subject_type = 'closure' and subject_id = ? order by seq""")
                .param(closure.value()).query(String.class).list();
    }

    @Test
    void twoPrincipalsLiftingAtTheSameInstantLiftOnce() {
        ServiceInfo service = school.service();
        AccountInfo one = school.principal();
        AccountInfo other = school.principal();
        for (int round = 0; round < 20; round++) {
            ClosureId closure = ((Closed) close(one, closure(service.resource(), 5 + round, "09:00", "12:00"))).closure().id();

            List<ClosureOutcome> outcomes = Race.of(List.<Supplier<ClosureOutcome>>of(() -> lift(one, closure), () -> lift(other, closure)));

            assertThat(outcomes).hasAtLeastOneElementOfType(ClosureOutcome.Lifted.class).hasAtLeastOneElementOfType(ClosureOutcome.AlreadyLifted.class);
            assertThat(trailOf(closure)).hasSize(2);
        }
    }

    @Test
    void closingTheSchoolClosesEveryResource() {
        ServiceInfo one = school.service();
        ServiceInfo other = school.service();
        // far away, where no other test books
        BookingDetails first = bookFarAhead(one, "10:00");
        BookingDetails second = bookFarAhead(other, "10:00");
        AccountInfo principal = school.principal();
        Instant before = school.in(299, "12:00");

        Closed closed = (Closed) close(principal, new CloseResource(null, school.in(300, "00:00"), school.in(301, "00:00"), "Holiday"));

        assertThat(closed.closure().resource()).isNull();
        assertThat(closed.cancelled()).extracting(BookingDetails::id).containsExactly(first.id(), second.id());
        clock.moveTo(before);
        assertThat(desk.ask(school.student(), one, first.start())).isInstanceOfSatisfying(NotDone.class, no ->
                assertThat(no.why()).isEqualTo(Refused.because(BookingRuleId.CLOSED, "Holiday")));
        clock.putBack();
        lift(principal, closed.closure().id());
    }

    private BookingDetails bookFarAhead(ServiceInfo service, String time) {
        Instant start = school.in(300, time);
        clock.moveTo(start.minus(Duration.ofDays(2)));
        try {
            return desk.book(school.student(), service, start);
        } finally {
            clock.putBack();
        }
    }

    @Test
    void bookingThatHasBegunRunsToItsEnd() {
        ServiceInfo service = school.service();
        BookingDetails running = desk.book(school.student(), service, school.in(5, "10:00"));
        BookingDetails next = desk.book(school.student(), service, school.in(5, "11:00"));
        CloseResource closure = closure(service.resource(), 5, "10:30", "13:00");
        clock.moveTo(closure.from());

        assertThat(preview(school.principal(), closure)).extracting(BookingDetails::id).containsExactly(next.id());
        Closed closed = (Closed) close(school.principal(), closure);

        assertThat(closed.cancelled()).extracting(BookingDetails::id).containsExactly(next.id());
        assertThat(desk.statusOf(running)).isEqualTo(BookingStatus.PENDING);
    }

    @Test
    void closureNeedsAReasonAndATimeThatIsNotOver() {
        ResourceInfo ground = school.ground();
        AccountInfo principal = school.principal();

        assertThat(why(close(principal, new CloseResource(ground.id(), school.in(5, "09:00"), school.in(5, "10:00"), " ")))).isEqualTo(BookingRuleId.REASON_NEEDED);
        assertThat(why(close(principal, new CloseResource(ground.id(), school.in(5, "09:00"), school.in(5, "10:00"), "x".repeat(301)))))
                .isEqualTo(BookingRuleId.DETAILS_TOO_LONG);
        assertThat(why(close(principal, closure(ground, 5, "10:00", "10:00")))).isEqualTo(BookingRuleId.CLOSURE_TIMES);
        assertThat(why(close(principal, closure(ground, -1, "09:00", "10:00")))).isEqualTo(BookingRuleId.CLOSURE_PAST);
    }

    @Test
    void mentorClosesOnlyTheirOwnResource() {
        AccountInfo mentor = school.mentor();
        ResourceInfo own = school.resourceOf(mentor);
        ServiceInfo service = school.service();
        desk.book(school.student(), service, school.in(5, "10:00"));

        assertThat(why(close(mentor, closure(service.resource(), 5, "09:00", "12:00")))).isEqualTo(BookingRuleId.UNKNOWN_CLOSURE);
        assertThat(why(close(mentor, new CloseResource(null, school.in(5, "09:00"), school.in(5, "12:00"), "mine")))).as("the school")
                .isEqualTo(BookingRuleId.UNKNOWN_CLOSURE);
        assertThat(preview(mentor, closure(service.resource(), 5, "09:00", "12:00"))).as("shows nobody's bookings").isEmpty();
        Closed closed = (Closed) close(mentor, closure(own, 5, "09:00", "12:00"));

        ClosureId principals = ((Closed) close(school.principal(), closure(service.resource(), 6, "09:00", "12:00"))).closure().id();
        assertThat(lift(mentor, principals)).isEqualTo(new ClosureOutcome.NotDone(Refused.because(BookingRuleId.UNKNOWN_CLOSURE)))
                .isEqualTo(lift(mentor, new ClosureId(Long.MAX_VALUE)));
        assertThat(school.as(mentor, closures::current)).extracting(ClosureInfo::id).containsExactly(closed.closure().id());
        AccountInfo otherMentor = school.mentor();
        assertThat(lift(otherMentor, closed.closure().id())).isInstanceOf(ClosureOutcome.NotDone.class);
        assertThat(lift(mentor, closed.closure().id())).isInstanceOf(ClosureOutcome.Lifted.class);
    }

    @Test
    void studentClosesNothing() {
        AccountInfo student = school.student();
        CloseResource closure = closure(school.ground(), 5, "09:00", "12:00");

        assertThatThrownBy(() -> close(student, closure)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> preview(student, closure)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> lift(student, new ClosureId(1))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void closureAndTenRequestsAtOnceLeaveNoActiveBookingInside() throws InterruptedException {
        ResourceInfo ground = school.ground();
        ServiceInfo volleyball = school.service(ground, Approval.AUTOMATIC, Timing.of(60).withStep(30), 1);
        ServiceInfo football = school.service(ground, Approval.PRINCIPAL, Timing.of(60).withStep(30), 1);
        AccountInfo principal = school.principal();
        List<AccountInfo> students = school.students(10);
        var answers = new TreeMap<String, Integer>();
        long deadlocks = deadlocks();
        for (int round = 0; round < ROUNDS; round++) {
            int day = 1 + round % 20;
            String from = List.of("08:00", "11:00", "14:00").get(round / 20);
            Instant begin = school.in(day, from);
            var all = new ArrayList<Supplier<Outcome>>();
            for (int n = 0; n < students.size(); n++) {
                AccountInfo student = students.get(n);
                ServiceInfo service = n % 2 == 0 ? volleyball : football;
                Instant start = begin.plusSeconds(1800L * (n % 5));
                all.add(() -> desk.ask(student, service, start));
            }
            all.add(ThreadLocalRandom.current().nextInt(11), () -> close(principal,
                    new CloseResource(ground.id(), begin, begin.plusSeconds(10_800), "Sports day")));

            Race.of(all).forEach(outcome -> answers.merge(answer(outcome), 1, Integer::sum));

            assertThat(jdbc.sql("""
                    select count(*) from booking where resource_id = ? and status in ('PENDING', 'APPROVED')
                    and occupied_from < ? and occupied_to > ?""").param(ground.id().value()).param(SqlTime.utc(begin.plusSeconds(10_800)))
                    .param(SqlTime.utc(begin)).query(Integer.class).single()).as("active inside, round " + round).isZero();
        }
        Thread.sleep(Duration.ofMillis(1500)); // the server counts a second late
        System.out.println("RACE closure against 10 requests, " + ROUNDS + " rounds: " + answers + ", deadlocks: " + (deadlocks() - deadlocks));
        assertThat(answers).containsEntry("closed", ROUNDS).doesNotContainKey("BUSY").containsKeys("booked", "CLOSED");
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    private static String answer(Outcome outcome) {
        return switch (outcome) {
            case Closed closed -> "closed";
            case BookingOutcome.Done done -> "booked";
            case BookingOutcome booking -> refusal(booking).name();
            default -> outcome.toString();
        };
    }

    private long deadlocks() {
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()").query(Long.class).single();
    }

    private CloseResource closure(@Nullable ResourceInfo resource, int days, String from, String to) {
        return new CloseResource(resource == null ? null : resource.id(), school.in(days, from), school.in(days, to), "Sports day");
    }

    private List<BookingDetails> preview(AccountInfo person, CloseResource closure) {
        return school.as(person, () -> closures.preview(closure));
    }

    private ClosureOutcome close(AccountInfo person, CloseResource closure) {
        return school.as(person, () -> closures.close(closure, CommandKey.fresh()));
    }

    private ClosureOutcome lift(AccountInfo person, ClosureId closure) {
        return school.as(person, () -> closures.lift(new LiftClosure(closure, false), CommandKey.fresh()));
    }

    private static Object why(ClosureOutcome outcome) {
        assertThat(outcome).isInstanceOf(ClosureOutcome.NotDone.class);
        return ((ClosureOutcome.NotDone) outcome).why().rule();
    }
}
