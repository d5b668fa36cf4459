package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Desk.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingOutcome.AlreadySo;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Minutes;
import org.mentorportal.shared.Refused;
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

/** A7, E1, E9: what a student gets who asks for a slot. */
@PortalTest
class BookingRequestTest {

    private static final int ROUNDS = 20;

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    BookingService bookings;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    CountedStatements statements;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void putTheClockBack() {
        clock.putBack();
    }

    @Test
    void bookingWaitsWhereAPersonApprovesAndIsApprovedWhereNobodyNeedsTo() {
        AccountInfo student = school.student();
        BookingDetails waiting = desk.book(student, school.service(), school.in(2, "10:00"));
        BookingDetails automatic = desk.book(student, school.service(school.ground(), Approval.AUTOMATIC), school.in(2, "12:00"));

        assertThat(waiting.status()).isEqualTo(BookingStatus.PENDING);
        assertThat(waiting.decidedAt()).isNull();
        assertThat(automatic.status()).isEqualTo(BookingStatus.APPROVED);
        assertThat(automatic.decidedAt()).isNotNull();
        assertThat(automatic.decidedBy()).isNull();
        assertThat(school.as(student, bookings::mine)).as("what the answer said is what is stored").containsExactly(waiting, automatic);
    }

    // A7

    @Test
    void a7X9PressingConfirmTwiceMakesOneBookingAndShowsItAgain() {
        AccountInfo student = school.student();
        ServiceInfo service = school.service();
        BookingDetails first = desk.book(student, service, school.in(2, "10:00"));

        BookingOutcome second = desk.ask(student, service, first.start());

        assertThat(second).isEqualTo(new AlreadySo(first));
        assertThat(school.as(student, bookings::mine)).containsExactly(first);
        assertThat(desk.trailOf(first)).hasSize(1);
    }

    @Test
    void a7X9PressingConfirmInTwoTabsAtTheSameInstantMakesOneBooking() {
        ServiceInfo service = school.service();
        for (int round = 0; round < ROUNDS; round++) {
            AccountInfo student = school.student();
            Instant start = school.in(1 + round, "10:00");

            List<BookingOutcome> outcomes = Race.of(List.<Supplier<BookingOutcome>>of(
                    () -> desk.ask(student, service, start), () -> desk.ask(student, service, start)));

            BookingDetails booked = outcomes.stream().filter(Done.class::isInstance).map(Desk::done).toList().getFirst();
            assertThat(outcomes).containsExactlyInAnyOrder(new Done(booked), new AlreadySo(booked));
            assertThat(school.as(student, bookings::mine)).hasSize(1);
        }
    }

    // E1

    @Test
    void e1DifferentServicesOfOneResourceNeverOverlapBuffersIncluded() {
        ResourceInfo ground = school.ground();
        ServiceInfo volleyball = school.service(ground, Approval.AUTOMATIC, Timing.of(60).withStep(15).withBuffers(15, 15), 1);
        ServiceInfo football = school.service(ground, Approval.AUTOMATIC, Timing.of(60).withStep(15), 1);
        desk.book(school.student(), volleyball, school.in(2, "10:00"));

        assertThat(why(desk.ask(school.student(), football, school.in(2, "11:00")))).as("the buffer after")
                .isEqualTo(Refused.because(BookingRuleId.RESOURCE_TAKEN, ground.name()));
        assertThat(refusal(desk.ask(school.student(), football, school.in(2, "09:00")))).as("the buffer before")
                .isEqualTo(BookingRuleId.RESOURCE_TAKEN);
        assertThat(refusal(desk.ask(school.student(), football, school.in(2, "10:00")))).as("another service's booking, not this slot's")
                .isEqualTo(BookingRuleId.RESOURCE_TAKEN);
        assertThat(refusal(desk.ask(school.student(), volleyball, school.in(2, "11:15")))).as("neighbours' buffers add up")
                .isEqualTo(BookingRuleId.RESOURCE_TAKEN);
        desk.book(school.student(), football, school.in(2, "11:15"));
        desk.book(school.student(), football, school.in(2, "08:45"));
    }

    @Test
    void e1OneStudentsBookingsNeverOverlapOnWhateverResource() {
        AccountInfo student = school.student();
        ServiceInfo one = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60).withBuffers(30, 30), 1);
        ServiceInfo other = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60).withStep(30).withBuffers(30, 30), 1);
        desk.book(student, one, school.in(2, "10:00"));

        assertThat(why(desk.ask(student, other, school.in(2, "10:30"))))
                .isEqualTo(Refused.because(BookingRuleId.OWN_BOOKING_THEN, one.name(), school.in(2, "10:00")));
        desk.book(school.student(), other, school.in(2, "10:30"));
        desk.book(student, other, school.in(2, "12:30"));
        desk.book(student, one, school.in(2, "11:00").plus(Duration.ofHours(3)));
    }

    @Test
    void e1OwnOverlapIgnoresBuffers() {
        AccountInfo student = school.student();
        desk.book(student, school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60).withBuffers(30, 30), 1), school.in(2, "10:00"));

        desk.book(student, school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60).withBuffers(30, 30), 1), school.in(2, "11:00"));
    }

    @Test
    void e1StudentsOwnOverlapIsKeptWhenTwoTabsAskForTwoGroundsAtOnce() {
        ServiceInfo one = school.service();
        ServiceInfo other = school.service();
        for (int round = 0; round < ROUNDS; round++) {
            AccountInfo student = school.student();
            Instant start = school.in(1 + round, "10:00");

            List<BookingOutcome> outcomes = Race.of(List.<Supplier<BookingOutcome>>of(
                    () -> desk.ask(student, one, start), () -> desk.ask(student, other, start)));

            assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
            assertThat(outcomes.stream().filter(NotDone.class::isInstance)).singleElement()
                    .satisfies(lost -> assertThat(refusal(lost)).isEqualTo(BookingRuleId.OWN_BOOKING_THEN));
        }
    }

    // Rules of a request

    @Test
    void slotThatTheServiceDoesNotHaveIsRefused() {
        ServiceInfo service = school.service();
        Instant offTheGrid = school.in(2, "10:10");
        Instant closed = school.in(2, "20:00");

        assertThat(why(desk.ask(school.student(), service, offTheGrid))).isEqualTo(Refused.because(BookingRuleId.NO_SUCH_SLOT, offTheGrid));
        assertThat(refusal(desk.ask(school.student(), service, closed))).isEqualTo(BookingRuleId.NO_SUCH_SLOT);
        assertThat(school.as(school.student(), () -> bookings.request(
                new RequestBooking(new ServiceId(Long.MAX_VALUE), offTheGrid, "practice", 1, ""), CommandKey.fresh()))).as("no such service")
                .isEqualTo(new NotDone(Refused.because(CatalogueRule.UNKNOWN_SERVICE)));
    }

    @Test
    void requestsAreTakenFromTheOpeningToTheNotice() {
        ServiceInfo service = school.service(school.ground(), Approval.PRINCIPAL,
                Timing.of(60).withNotice(90).withHorizon(7, LocalTime.of(18, 0)), 1);
        Instant start = school.in(30, "10:00");
        Instant opens = school.in(23, "18:00");
        Instant lapses = start.minus(Duration.ofMinutes(90));

        clock.moveTo(opens.minusSeconds(5));
        assertThat(why(desk.ask(school.student(), service, start))).isEqualTo(Refused.because(BookingRuleId.NOT_YET_OPEN, opens, 7));
        clock.moveTo(lapses);
        assertThat(why(desk.ask(school.student(), service, start))).isEqualTo(Refused.because(BookingRuleId.TOO_LATE, new Minutes(90)));
        clock.moveTo(start);
        assertThat(why(desk.ask(school.student(), service, start))).isEqualTo(Refused.because(BookingRuleId.SLOT_PASSED, start));

        clock.moveTo(lapses.minusSeconds(5));
        AccountInfo last = school.student();
        done(desk.cancel(last, desk.book(last, service, start), ""));
        clock.moveTo(opens);
        desk.book(school.student(), service, start);
    }

    private static void done(BookingOutcome outcome) {
        Desk.done(outcome);
    }

    @Test
    void purposePlayersAndLengthsAreChecked() {
        ServiceInfo service = school.service();

        assertThat(refusal(ask(service, "  ", 1, ""))).isEqualTo(BookingRuleId.PURPOSE_NEEDED);
        assertThat(refusal(ask(service, "x".repeat(301), 1, ""))).isEqualTo(BookingRuleId.DETAILS_TOO_LONG);
        assertThat(refusal(ask(service, "practice", 1, "x".repeat(121)))).isEqualTo(BookingRuleId.DETAILS_TOO_LONG);
        assertThat(refusal(ask(service, "practice", 0, ""))).isEqualTo(BookingRuleId.TOO_MANY_PLAYERS);
        assertThat(why(ask(service, "practice", 13, ""))).isEqualTo(Refused.because(BookingRuleId.TOO_MANY_PLAYERS, 12));
        assertThat(ask(service, "x".repeat(300), 12, "x".repeat(120))).isInstanceOf(Done.class);
    }

    private BookingOutcome ask(ServiceInfo service, String purpose, int players, String contact) {
        return school.as(school.student(), () -> bookings.request(
                new RequestBooking(service.id(), school.in(2, "10:00"), purpose, players, contact), CommandKey.fresh()));
    }

    @Test
    void retiredServiceIsNoLongerOffered() {
        ServiceInfo service = school.service();
        jdbc.sql("update service set retired = true, version = version + 1 where id = ?").param(service.id().value()).update();

        assertThat(why(desk.ask(school.student(), service, school.in(2, "10:00"))))
                .as("although this node's catalogue still thinks it is").isEqualTo(Refused.because(BookingRuleId.SERVICE_RETIRED, service.name()));
        assertThat(catalogue.current().service(service.id()).retired()).as("and knows now").isTrue();
        jdbc.sql("update service set retired = false, version = 1 where id = ?").param(service.id().value()).update(); // its trail knows no other
    }

    @Test
    void onlyStudentsRequest() {
        ServiceInfo service = school.service();

        for (AccountInfo person : List.of(school.principal(), school.mentor(), school.admin())) {
            assertThatThrownBy(() -> desk.ask(person, service, school.in(2, "10:00"))).isInstanceOf(AccessDeniedException.class);
        }
    }

    // Seats

    @Test
    void fourthStudentFindsNoSeatOfThree() {
        ServiceInfo service = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60), 3);
        Instant start = school.in(2, "10:00");
        BookingDetails second = school.students(3).stream().map(student -> desk.book(student, service, start)).toList().get(1);

        assertThat(refusal(desk.ask(school.student(), service, start))).isEqualTo(BookingRuleId.SLOT_TAKEN);

        done(desk.cancel(school.admin(), second, "ill"));
        desk.book(school.student(), service, start);
        assertThat(seats(service, start)).containsExactly(1, 2, 3);
    }

    @Test
    void b4TwelveStudentsRaceForThreeSeatsAndThreeWin() {
        ServiceInfo service = school.service(school.ground(), Approval.AUTOMATIC, Timing.of(60), 3);
        List<AccountInfo> students = school.students(12);
        var answers = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = school.in(1 + round, "10:00");

            List<BookingOutcome> outcomes = Race.of(students.stream().<Supplier<BookingOutcome>>map(
                    student -> () -> desk.ask(student, service, start)).toList());

            outcomes.forEach(outcome -> answers.merge(outcome instanceof Done ? "seat" : refusal(outcome).name(), 1, Integer::sum));
            assertThat(outcomes.stream().filter(Done.class::isInstance)).as("winners of round " + round).hasSize(3);
            assertThat(seats(service, start)).containsExactly(1, 2, 3);
        }
        System.out.println("RACE 12 students for 3 seats, " + ROUNDS + " rounds: " + answers + ", false refusals: "
                + (3 * ROUNDS - answers.get("seat")));
        assertThat(answers).containsOnlyKeys("seat", "SLOT_TAKEN");
    }

    private List<Integer> seats(ServiceInfo service, Instant start) {
        return jdbc.sql("select seat from booking where service_id = ? and starts_at = ? and status in ('PENDING', 'APPROVED') order by seat")
                .param(service.id().value()).param(SqlTime.utc(start)).query(Integer.class).list();
    }

    // One a day

    private ServiceInfo onePerDay() {
        return school.service(new AddService(school.ground().id(), "Once a day", Timing.of(60), 1, 12, Approval.AUTOMATIC, Limits.none().withPerDay(1),
                School.allWeek("08:00", "20:00")));
    }

    @Test
    void oneBookingADayWhereTheServiceSaysSo() {
        ServiceInfo service = onePerDay();
        AccountInfo student = school.student();
        BookingDetails booking = desk.book(student, service, school.in(2, "10:00"));

        assertThat(refusal(desk.ask(student, service, school.in(2, "15:00")))).isEqualTo(BookingRuleId.ONE_PER_DAY);
        desk.book(student, service, school.in(3, "10:00"));
        desk.book(school.student(), service, school.in(2, "15:00"));
        done(desk.cancel(student, booking, ""));
        desk.book(student, service, school.in(2, "16:00"));
    }

    @Test
    void e9TwoTabsCannotGetTwoBookingsOfOneDay() {
        ServiceInfo service = onePerDay();
        for (int round = 0; round < ROUNDS; round++) {
            AccountInfo student = school.student();
            int day = 1 + round;

            List<BookingOutcome> outcomes = Race.of(List.<Supplier<BookingOutcome>>of(
                    () -> desk.ask(student, service, school.in(day, "10:00")), () -> desk.ask(student, service, school.in(day, "15:00"))));

            assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(1);
            assertThat(outcomes.stream().filter(NotDone.class::isInstance)).singleElement()
                    .satisfies(lost -> assertThat(refusal(lost)).isEqualTo(BookingRuleId.ONE_PER_DAY));
        }
    }

    // What the loser is offered, and what it all costs

    @Test
    void a3LoserIsOfferedTheThreeNearestFreeSlots() {
        ServiceInfo service = school.service();
        desk.book(school.student(), service, school.in(2, "10:00"));
        desk.book(school.student(), service, school.in(2, "11:00"));

        BookingOutcome lost = desk.ask(school.student(), service, school.in(2, "10:00"));

        assertThat(((NotDone) lost).nearestFree()).extracting(Slot::start)
                .containsExactly(school.in(2, "08:00"), school.in(2, "09:00"), school.in(2, "12:00"));
    }

    @Test
    void a3OffersReachIntoTheNextWeekWhereThatIsNearer() {
        ServiceInfo service = school.service(new AddService(school.ground().id(), "Morning", Timing.of(60), 1, 12, Approval.PRINCIPAL,
                Limits.none(), School.allWeek("07:00", "09:00")));
        int sunday = 14 - LocalDate.now(clock).getDayOfWeek().getValue();
        desk.book(school.student(), service, school.in(sunday, "08:00"));

        BookingOutcome lost = desk.ask(school.student(), service, school.in(sunday, "08:00"));

        assertThat(((NotDone) lost).nearestFree()).extracting(Slot::start)
                .contains(school.in(sunday, "07:00"), school.in(sunday + 1, "07:00"));
    }

    @Test
    void bookingCostsFewStatements() {
        ServiceInfo service = school.service();
        AccountInfo winner = school.student();
        AccountInfo loser = school.student();
        desk.book(winner, service, school.in(3, "10:00"));

        List<String> had = statements.ofThisThread(() -> desk.book(winner, service, school.in(2, "10:00")));
        List<String> lost = statements.ofThisThread(() -> desk.ask(loser, service, school.in(2, "10:00")));

        System.out.println("STATEMENTS per booking, its commit included: " + CountedStatements.statementsIn(had) + " in " + had.size()
                + " trips; per lost slot with its three offers: " + CountedStatements.statementsIn(lost) + " in " + lost.size());
        assertThat(had).as("locks with the look for a receipt and the facts, claim, event with receipt and the commit").hasSize(3);
        assertThat(had.getLast()).endsWith(";\ncommit");
        assertThat(lost).as("locks with the look for a receipt and the facts, claim, obstacles; then boards, own bookings and the mentees' rule for"
                + " the offers, each at once").hasSize(6).noneMatch(sql -> sql.contains("audit_event"));
    }

    private static Refused why(BookingOutcome outcome) {
        assertThat(outcome).isInstanceOf(NotDone.class);
        return ((NotDone) outcome).why();
    }
}
