package org.mentorportal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.mentorportal.support.Turn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A8, E2: the portal sells no slot twice. Every peer that was measured does, with ten clients. */
@Order(Turn.MANY_BOOKINGS)
@PortalTest
class SlotRaceTest {

    private static final int ROUNDS = 20;

    @Autowired
    School school;
    @Autowired
    BookingService bookings;
    @Autowired
    JdbcClient jdbc;

    @Test
    void a8X8HundredStudentsRaceForOneSlotAndExactlyOneWins() {
        List<AccountInfo> students = school.students(100);
        ServiceInfo service = school.service();
        var answers = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = school.in(1 + round % 10, round < 10 ? "10:00" : "15:00");
            List<BookingOutcome> outcomes = Race.of(students.stream().map(student -> request(student, service, start)).toList());
            count(outcomes, answers);
            assertThat(outcomes.stream().filter(Done.class::isInstance)).as("winners of round " + round).hasSize(1);
            assertThat(outcomes.stream().filter(NotDone.class::isInstance).map(NotDone.class::cast))
                    .as("losers are told in words").hasSize(99)
                    .allSatisfy(loser -> assertThat(loser.why().rule()).isEqualTo(BookingRuleId.SLOT_TAKEN))
                    .allSatisfy(loser -> assertThat(loser.nearestFree()).isNotEmpty());
        }
        System.out.println("RACE one slot, 100 students, " + ROUNDS + " rounds: " + answers);
        assertNoOverlap(service.resource());
    }

    @Test
    void a8HundredStudentsRaceForOneTimeOfTwoServicesOnOneResourceAndExactlyOneWins() {
        List<AccountInfo> students = school.students(100);
        ResourceInfo ground = school.ground();
        List<ServiceInfo> games = List.of(school.service(ground, Approval.PRINCIPAL), school.service(ground, Approval.AUTOMATIC));
        var answers = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = school.in(1 + round % 10, round < 10 ? "10:00" : "15:00");
            List<BookingOutcome> outcomes = Race.of(IntStream.range(0, 100)
                    .mapToObj(n -> request(students.get(n), games.get(n % 2), start)).toList());
            count(outcomes, answers);
            assertThat(outcomes.stream().filter(Done.class::isInstance)).as("winners of round " + round).hasSize(1);
        }
        System.out.println("RACE one time of two services on one resource, 100 students, " + ROUNDS + " rounds: " + answers);
        assertThat(answers).containsOnlyKeys("Done", "SLOT_TAKEN", "RESOURCE_TAKEN");
        assertNoOverlap(ground);
    }

    @Test
    void e2EightyStudentsRaceForOverlappingTimesOfOneService() {
        ResourceInfo ground = school.ground();
        raceForOverlappingTimes("one service",
                List.of(school.service(ground, Approval.PRINCIPAL, Timing.of(60).withStep(15).withBuffers(5, 10), 1)));
    }

    @Test
    void e2EightyStudentsRaceForOverlappingTimesOfTwoServicesOnOneResource() {
        ResourceInfo ground = school.ground();
        raceForOverlappingTimes("two services on one resource", List.of(
                school.service(ground, Approval.AUTOMATIC, Timing.of(60).withStep(15).withBuffers(5, 10), 1),
                school.service(ground, Approval.PRINCIPAL, Timing.of(90).withStep(15), 1)));
    }

    private void raceForOverlappingTimes(String what, List<ServiceInfo> services) {
        List<AccountInfo> students = school.students(80);
        var answers = new TreeMap<String, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            int day = 1 + round;
            List<Wish> wishes = IntStream.range(0, 80).mapToObj(n -> new Wish(students.get(n), services.get(n % services.size()),
                    school.in(day, "08:00").plusSeconds((n * 7 % 40) * 900L))).toList();
            List<BookingOutcome> outcomes = Race.of(wishes.stream()
                    .map(wish -> request(wish.student, wish.service, wish.start)).toList());
            count(outcomes, answers);
            assertThat(outcomes.stream().filter(Done.class::isInstance)).isNotEmpty();
            for (int n = 0; n < wishes.size(); n++) {
                if (outcomes.get(n) instanceof NotDone) {
                    assertStandsInTheWay(wishes.get(n));
                }
            }
        }
        System.out.println("RACE overlapping times, 80 students, " + what + ", " + ROUNDS + " rounds: " + answers);
        assertThat(answers).containsKey("Done").doesNotContainKey("BUSY");
        assertNoOverlap(services.getFirst().resource());
    }

    private record Wish(AccountInfo student, ServiceInfo service, Instant start) {
    }

    private Supplier<BookingOutcome> request(AccountInfo student, ServiceInfo service, Instant start) {
        return () -> school.as(student, () ->
                bookings.request(new RequestBooking(service.id(), start, "practice", 1, ""), CommandKey.fresh()));
    }

    private static void count(List<BookingOutcome> outcomes, Map<String, Integer> answers) {
        outcomes.forEach(outcome -> answers.merge(outcome instanceof NotDone lost ? lost.why().rule().name()
                : outcome.getClass().getSimpleName(), 1, Integer::sum));
    }

    /** The loser asks again after the race: were the slot free at the end, they would get it. */
    private void assertStandsInTheWay(Wish wish) {
        assertThat(request(wish.student, wish.service, wish.start).get())
                .as("%s at %s is free although its wisher was refused", wish.service.name(), wish.start)
                .isInstanceOfSatisfying(NotDone.class, still -> assertThat(still.why().rule())
                        .isIn(BookingRuleId.SLOT_TAKEN, BookingRuleId.RESOURCE_TAKEN));
    }

    private void assertNoOverlap(ResourceInfo resource) {
        List<String> overlaps = new ArrayList<>(jdbc.sql("""
                select a.id || '/' || b.id from booking a join booking b on a.id < b.id and a.resource_id = b.resource_id
                and a.occupied_from < b.occupied_to and b.occupied_from < a.occupied_to
                where a.resource_id = ? and a.status in ('PENDING', 'APPROVED') and b.status in ('PENDING', 'APPROVED')
                """).param(resource.id().value()).query(String.class).list());
        assertThat(overlaps).isEmpty();
    }
}
