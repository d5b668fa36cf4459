package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mentorportal.support.Desk.done;
import static org.mentorportal.support.Desk.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.audit.AuditEvent;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingOutcome.AlreadySo;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Minutes;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.Desk;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A2, A4, A10, each at the service: what an open grid knows, how soon, and at what price. */
@PortalTest
class SlotBoardsTest {

    private static final Duration SOON = Duration.ofSeconds(2);

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    SlotBoards boards;
    @Autowired
    BookingStore store;
    @Autowired
    AuditTrail trail;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    CountedStatements statements;
    @Autowired
    MovableClock clock;

    private final List<BoardWatch> watches = new ArrayList<>();

    @AfterEach
    void leave() {
        watches.forEach(BoardWatch::close);
        clock.putBack();
    }

    private BoardWatch watch(AccountInfo viewer, ServiceInfo service, Instant around) {
        return watch(viewer, service, around, () -> { });
    }

    private BoardWatch watch(AccountInfo viewer, ServiceInfo service, Instant around, Runnable changed) {
        BoardWatch watch = boards.watch(boardOf(service, around), viewer.id(), changed);
        watches.add(watch);
        return watch;
    }

    private BoardKey boardOf(ServiceInfo service, Instant around) {
        return BoardKey.of(service.resource().id(), LocalDate.ofInstant(around, clock.getZone()));
    }

    private SlotState state(BoardWatch watch, ServiceInfo service, Instant start) {
        Slot slot = Slots.at(start, service, clock.getZone()).orElseThrow();
        return watch.now().stateOf(slot, service, clock.instant());
    }

    private static SlotState no(BookingRuleId rule, Object... arguments) {
        return new SlotState.Unavailable(Refused.because(rule, arguments));
    }

    // A2

    @Test
    void a2EveryGridOfTheResourceLearnsOfABookingAndOfItsEnd() {
        ResourceInfo ground = school.ground();
        ServiceInfo volleyball = school.service(ground, Approval.PRINCIPAL, Timing.of(60).withBuffers(0, 15), 1);
        ServiceInfo football = school.service(ground, Approval.PRINCIPAL, Timing.of(60).withStep(30), 1);
        Instant ten = school.in(5, "10:00");
        Instant buffer = school.in(5, "11:00");
        AtomicInteger told = new AtomicInteger();
        BoardWatch watch = watch(school.student(), football, ten, told::incrementAndGet);
        assertThat(state(watch, volleyball, ten)).isEqualTo(new SlotState.Free(1));

        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, volleyball, ten);
        Instant booked = Instant.now();
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).untilAsserted(() -> assertThat(state(watch, volleyball, ten)).isEqualTo(no(BookingRuleId.SLOT_TAKEN)));
        System.out.println("LIVE a booking shows on another's board after " + Duration.between(booked, Instant.now()).toMillis() + " ms");

        assertThat(state(watch, football, ten)).isEqualTo(no(BookingRuleId.RESOURCE_TAKEN, ground.name()));
        assertThat(state(watch, football, buffer)).as("the buffer too").isEqualTo(no(BookingRuleId.RESOURCE_TAKEN, ground.name()));
        assertThat(state(watch, football, school.in(5, "11:30"))).isEqualTo(new SlotState.Free(1));
        await().atMost(SOON).until(() -> told.get() > 0);

        done(desk.cancel(student, booking, ""));
        await().atMost(SOON).untilAsserted(() -> assertThat(state(watch, football, buffer)).isEqualTo(new SlotState.Free(1)));
    }

    @Test
    void a2OwnBookingsAreLaidOverTheBoardWhateverTheirResource() {
        ServiceInfo here = school.service();
        ServiceInfo there = school.service();
        AccountInfo viewer = school.student();
        Instant ten = school.in(5, "10:00");
        Instant eleven = school.in(5, "11:00");
        BoardWatch watch = watch(viewer, here, ten);

        BookingDetails own = desk.book(viewer, here, ten);
        desk.book(viewer, there, eleven);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(state(watch, here, ten)).isEqualTo(new SlotState.Yours(own.id(), BookingStatus.PENDING, false, ten));
            assertThat(state(watch, here, eleven)).isEqualTo(no(BookingRuleId.OWN_BOOKING_THEN, there.name(), eleven));
        });
        done(desk.approve(school.principal(), own));
        await().atMost(SOON).untilAsserted(() ->
                assertThat(state(watch, here, ten)).isEqualTo(new SlotState.Yours(own.id(), BookingStatus.APPROVED, false, ten)));
    }

    @Test
    void a2WhoComesBackSeesWhatTheyDidElsewhereMeanwhile() {
        ServiceInfo here = school.service();
        ServiceInfo there = school.service();
        AccountInfo viewer = school.student();
        Instant ten = school.in(5, "10:00");
        watch(school.student(), here, ten); // somebody keeps the board open
        watch(viewer, here, ten).close();

        desk.book(viewer, there, ten);

        assertThat(state(watch(viewer, here, ten), here, ten)).isEqualTo(no(BookingRuleId.OWN_BOOKING_THEN, there.name(), ten));
    }

    @Test
    void a2OtherWeeksBoardIsLeftAlone() throws InterruptedException {
        ServiceInfo service = school.service();
        AtomicInteger told = new AtomicInteger();
        watch(school.student(), service, school.in(15, "10:00"), told::incrementAndGet);

        desk.book(school.student(), service, school.in(2, "10:00"));

        Thread.sleep(300);
        assertThat(told).hasValue(0);
    }

    // A4

    @Test
    void a4SlotThatTheOpenBoardKnowsTakenIsRefusedWithoutAStatement() {
        ServiceInfo service = school.service();
        AccountInfo viewer = school.student();
        Instant ten = school.in(5, "10:00");
        BoardWatch watch = watch(viewer, service, ten);
        desk.book(school.student(), service, ten);
        await().atMost(SOON).until(() -> state(watch, service, ten) instanceof SlotState.Unavailable);

        var answer = new AtomicReference<BookingOutcome>();
        List<String> sent = statements.ofThisThread(() -> answer.set(desk.ask(viewer, service, ten)));

        assertThat(sent).isEmpty();
        assertThat(refusal(answer.get())).isEqualTo(BookingRuleId.SLOT_TAKEN);
        assertThat(((NotDone) answer.get()).nearestFree()).extracting(Slot::start)
                .containsExactly(school.in(5, "08:00"), school.in(5, "09:00"), school.in(5, "11:00"));
        List<String> withoutAGrid = statements.ofThisThread(() -> desk.ask(school.student(), service, ten));
        assertThat(withoutAGrid).as("who has no grid open is answered by the database").isNotEmpty();
    }

    @Test
    void a4OwnSlotIsNotRefusedFromTheBoardButShown() {
        ServiceInfo service = school.service();
        AccountInfo viewer = school.student();
        Instant ten = school.in(5, "10:00");
        BoardWatch watch = watch(viewer, service, ten);
        BookingDetails own = desk.book(viewer, service, ten);
        await().atMost(SOON).until(() -> state(watch, service, ten) instanceof SlotState.Yours);

        assertThat(desk.ask(viewer, service, ten)).isEqualTo(new AlreadySo(own));
    }

    @Test
    void a4BoardOfTheClosedGridRefusesNothing() {
        ServiceInfo here = school.service();
        ServiceInfo there = school.service();
        AccountInfo viewer = school.student();
        Instant ten = school.in(5, "10:00");
        watch(school.student(), here, ten);
        BookingDetails elsewhere = desk.book(viewer, there, ten);
        watch(viewer, here, ten).close();
        done(desk.cancel(viewer, elsewhere, ""));

        desk.book(viewer, here, ten);
    }

    // A10

    @Test
    void a10SlotOpensByItself() {
        ServiceInfo service = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60).withHorizon(7, LocalTime.NOON), 1);
        Instant start = school.in(20, "10:00");
        Instant opens = school.in(13, "12:00");

        assertChangesByItself(service, start, opens, no(BookingRuleId.NOT_YET_OPEN, opens, 7), new SlotState.Free(1));
    }

    @Test
    void a10SlotLapsesByItself() {
        ServiceInfo service = school.service(school.ground(), Approval.PRINCIPAL, Timing.of(60).withNotice(120), 1);
        Instant start = school.in(20, "13:00");

        assertChangesByItself(service, start, start.minusSeconds(7200), new SlotState.Free(1),
                no(BookingRuleId.TOO_LATE, new Minutes(120)));
    }

    @Test
    void a10SlotPassesByItself() {
        ServiceInfo service = school.service();
        Instant start = school.in(20, "13:00");

        assertChangesByItself(service, start, start, new SlotState.Free(1), no(BookingRuleId.SLOT_PASSED, start));
    }

    private void assertChangesByItself(ServiceInfo service, Instant start, Instant moment, SlotState before, SlotState after) {
        clock.moveTo(moment.minusMillis(1500));
        var toldAt = new AtomicReference<Instant>();
        BoardWatch[] watch = new BoardWatch[1];
        watch[0] = watch(school.student(), service, start, () -> toldAt.compareAndSet(null, clock.instant()));
        assertThat(state(watch[0], service, start)).isEqualTo(before);

        await().atMost(Duration.ofMillis(3500)).until(() -> toldAt.get() != null);

        assertThat(Duration.between(moment, toldAt.get())).isBetween(Duration.ZERO, SOON);
        assertThat(state(watch[0], service, start)).isEqualTo(after);
        System.out.println("LIVE a change by the clock is told after " + Duration.between(moment, toldAt.get()).toMillis() + " ms");
    }

    // What it costs

    @Test
    void changeCostsTheSameForOneOpenGridAndForTwoHundred() {
        int forOne = statementsOfAChange(1);
        int forMany = statementsOfAChange(200);

        System.out.println("STATEMENTS per change with 1 / 200 open grids: " + forOne + " / " + forMany);
        assertThat(forOne).isEqualTo(1);
        assertThat(forMany).isEqualTo(1);
    }

    /** Reads of boards and of own bookings; the fewest of five changes, since the regular re-read may fall into one. */
    private int statementsOfAChange(int grids) {
        ServiceInfo service = school.service();
        AtomicInteger told = new AtomicInteger();
        school.students(grids).forEach(student -> watch(student, service, school.in(5, "10:00"), told::incrementAndGet));
        int fewest = Integer.MAX_VALUE;
        for (int n = 0; n < 5; n++) {
            AccountInfo student = school.student();
            Instant start = school.in(5, "10:00").plusSeconds(3600L * n);
            told.set(0);
            List<String> sent = statements.during(() -> {
                desk.book(student, service, start);
                await().atMost(SOON).until(() -> told.get() >= grids);
            });
            fewest = Math.min(fewest, (int) sent.stream().filter(sql -> sql.contains(" as span (n, resource") || sql.startsWith("select student_id, id, service_id")).count());
        }
        return fewest;
    }

    @Test
    void openGridsCostNoStatementToLookAt() {
        ServiceInfo service = school.service();
        Instant ten = school.in(5, "10:00");
        BoardWatch watch = watch(school.student(), service, ten);

        assertThat(statements.ofThisThread(() -> Slots.ofWeek(boardOf(service, ten).monday(), service, clock.getZone())
                .forEach(slot -> watch.now().stateOf(slot, service, clock.instant())))).isEmpty();
    }

    // What nobody announced

    @Test
    void changeThatNobodyAnnouncedShowsAfterTheRegularReRead() {
        ServiceInfo service = school.service();
        Instant ten = school.in(5, "10:00");
        AtomicInteger told = new AtomicInteger();
        BoardWatch watch = watch(school.student(), service, ten, told::incrementAndGet);

        bookByHand(school.student(), service, ten);

        Instant written = Instant.now();
        await().atMost(Duration.ofSeconds(7)).untilAsserted(() -> assertThat(state(watch, service, ten)).isEqualTo(no(BookingRuleId.SLOT_TAKEN)));
        await().atMost(SOON).until(() -> told.get() > 0);
        System.out.println("LIVE what nobody announced shows after " + Duration.between(written, Instant.now()).toMillis() + " ms");
    }

    @Test
    void ownBookingThatNobodyAnnouncedShowsAfterTheRegularReRead() {
        ServiceInfo here = school.service();
        ServiceInfo there = school.service();
        AccountInfo viewer = school.student();
        Instant ten = school.in(5, "10:00");
        BoardWatch watch = watch(viewer, here, ten);

        bookByHand(viewer, there, ten);

        await().atMost(Duration.ofSeconds(7)).untilAsserted(() ->
                assertThat(state(watch, here, ten)).isEqualTo(no(BookingRuleId.OWN_BOOKING_THEN, there.name(), ten)));
    }

    /** As another node does whose message was lost: a whole booking, of which no screen is told. */
    private void bookByHand(AccountInfo student, ServiceInfo service, Instant start) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            Slot slot = Slots.at(start, service, clock.getZone()).orElseThrow();
            BookingStore.Seat seat = store.claim(ByHand.wish(service, student, slot)).orElseThrow();
            trail.append(new AuditEvent(new Subject("booking", seat.booking().value()), 1, start.minusSeconds(86_400),
                    new By(student.id(), Role.STUDENT), "ByHand", UUID.randomUUID(), null, "PENDING", null, new TreeMap<>()));
        });
    }

    // What stays

    @Test
    void closedWatchesLeaveNothingBehind() {
        int before = boards.openBoards();
        ServiceInfo service = school.service();
        AtomicInteger told = new AtomicInteger();
        List<BoardWatch> many = new ArrayList<>();
        for (int week = 0; week < 10; week++) {
            Instant around = school.in(1 + 7 * week, "10:00");
            school.students(3).forEach(student -> many.add(watch(student, service, around, told::incrementAndGet)));
        }
        assertThat(boards.openBoards()).isEqualTo(before + 10);

        many.forEach(BoardWatch::close);
        many.forEach(BoardWatch::close);

        assertThat(boards.openBoards()).as("closing twice is harmless").isEqualTo(before);
        desk.book(school.student(), service, school.in(1, "10:00"));
        assertThat(told).hasValue(0);
    }
}
