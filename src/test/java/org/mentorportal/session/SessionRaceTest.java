package org.mentorportal.session;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.mentorportal.support.Turn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** B2, B4, B5, C3: whoever comes at the same instant, one session, one participation, one reservation, one mark. */
@Order(Turn.MANY_BOOKINGS)
@PortalTest
class SessionRaceTest {

    private static final int ROUNDS = 50;

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    List<StoredRule> rules;

    private final Map<String, Integer> answers = new TreeMap<>();
    private AccountInfo mentor;
    private StoredSessions stored;

    @BeforeEach
    void openTheSchool() {
        mentor = school.mentor();
        stored = new StoredSessions(jdbc, rules);
    }

    private Instant start(int round) {
        return school.in(1 + round / 10, "%02d:00".formatted(8 + round % 10));
    }

    private <O extends Outcome> List<O> race(List<Supplier<O>> contenders) {
        List<O> outcomes = Race.of(contenders);
        outcomes.forEach(outcome -> answers.merge(outcome.refusal().map(why -> why.rule().name())
                .orElse(outcome.getClass().getSimpleName()), 1, Integer::sum));
        return outcomes;
    }

    /** @param slots the service's slots that were used */
    private void assertOneOfEach(ServiceInfo service, int slots, String status) {
        assertThat(stored.counts(service)).containsOnly((long) slots);
        assertThat(stored.of(service)).hasSize(slots).containsOnly(status);
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void b2TwoPrincipalsApproveAtOnceAndThereIsOneSession() {
        AccountInfo student = school.student();
        List<AccountInfo> principals = List.of(school.principal(), school.principal());
        ServiceInfo match = school.service();
        for (int round = 0; round < ROUNDS; round++) {
            BookingDetails booking = desk.book(student, match, start(round));
            List<BookingOutcome> outcomes = race(principals.stream()
                    .<Supplier<BookingOutcome>>map(principal -> () -> desk.approve(principal, booking)).toList());
            assertThat(outcomes.stream().map(SessionRaceTest::meeting).distinct()).hasSize(1);
        }
        System.out.println("RACE two principals approve one booking, " + ROUNDS + " rounds: " + answers);
        assertThat(answers).isEqualTo(Map.of("Done", ROUNDS, "AlreadySo", ROUNDS));
        assertOneOfEach(match, ROUNDS, "SCHEDULED places=1");
    }

    private static Object meeting(BookingOutcome outcome) {
        return switch (outcome) {
            case BookingOutcome.Done done -> done.booking().meeting();
            case BookingOutcome.AlreadySo already -> already.booking().meeting();
            case BookingOutcome.Stale stale -> throw new AssertionError(stale);
            case BookingOutcome.NotDone no -> throw new AssertionError(no);
        };
    }

    private ServiceInfo group(int seats) {
        return school.service(school.resourceOf(mentor), Approval.AUTOMATIC, Timing.of(60), seats);
    }

    @Test
    void b4TheFirstParticipantsOfAGroupComeAtOnceAndShareOneSession() {
        List<AccountInfo> students = school.students(4);
        ServiceInfo group = group(3);
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = start(round);
            race(students.stream().<Supplier<BookingOutcome>>map(student -> () -> desk.ask(student, group, start)).toList());
        }
        System.out.println("RACE four students for three seats of one session, " + ROUNDS + " rounds: " + answers);
        assertThat(answers).isEqualTo(Map.of("Done", 3 * ROUNDS, "SLOT_TAKEN", ROUNDS));
        assertThat(stored.counts(group)).containsExactly((long) ROUNDS, 3L * ROUNDS, 3L * ROUNDS);
        assertThat(stored.of(group)).containsOnly("SCHEDULED places=3");
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void b5TheLastTwoOfAGroupCancelAtOnceAndTheSessionEndsOnce() {
        List<AccountInfo> students = school.students(2);
        ServiceInfo group = group(2);
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = start(round);
            List<BookingDetails> bookings = students.stream().map(student -> desk.book(student, group, start)).toList();
            race(contenders(2, n -> () -> desk.cancel(students.get(n), bookings.get(n), "")));
        }
        System.out.println("RACE the last two of a group cancel, " + ROUNDS + " rounds: " + answers);
        assertThat(answers).isEqualTo(Map.of("Done", 2 * ROUNDS));
        assertThat(stored.of(group)).hasSize(ROUNDS).containsOnly("CANCELLED places=0");
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void b5OneLeavesAGroupAsAnotherJoinsAndNobodyIsLeftInASessionThatEnded() {
        AccountInfo leaving = school.student();
        AccountInfo joining = school.student();
        ServiceInfo group = group(2);
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = start(round);
            BookingDetails booking = desk.book(leaving, group, start);
            race(List.<Supplier<BookingOutcome>>of(() -> desk.cancel(leaving, booking, ""), () -> desk.ask(joining, group, start)));
        }
        System.out.println("RACE one leaves a group as another joins, " + ROUNDS + " rounds: " + answers + ", sessions "
                + stored.of(group).stream().collect(groupingBy(one -> one, TreeMap::new, counting())));
        assertThat(answers).isEqualTo(Map.of("Done", 2 * ROUNDS));
        assertThat(stored.of(group).stream().filter("SCHEDULED places=1"::equals)).hasSize(ROUNDS);
        assertThat(stored.of(group)).containsOnly("SCHEDULED places=1", "CANCELLED places=0");
        assertThat(stored.faults()).isEmpty();
    }

    @Test
    void c3AMarkAndItsResetAtOnceEndInOneOfTheTwo() {
        AccountInfo student = school.student();
        ServiceInfo talk = school.service(school.resourceOf(mentor), Approval.AUTOMATIC);
        for (int round = 0; round < ROUNDS; round++) {
            BookingDetails booking = desk.booked(student, talk, school.in(-1 - round / 10, "%02d:00".formatted(8 + round % 10)));
            desk.mark(mentor, booking, Mark.NO_SHOW);
            race(Stream.<Supplier<AttendanceOutcome>>of(() -> desk.reset(mentor, booking, ""),
                    () -> desk.mark(mentor, booking, Mark.ATTENDED)).toList());
            assertThat(String.valueOf(stored.place(booking).get("mark"))).isIn("null", "ATTENDED");
        }
        System.out.println("RACE a mark against a reset, " + ROUNDS + " rounds: " + answers);
        assertThat(answers).containsKey("Done").satisfies(all -> assertThat(all.keySet()).isSubsetOf("Done", "ALREADY_MARKED"));
        assertThat(stored.faults()).isEmpty();
    }

    private static <O> List<Supplier<O>> contenders(int count, IntFunction<Supplier<O>> one) {
        var all = new ArrayList<Supplier<O>>();
        for (int n = 0; n < count; n++) {
            all.add(one.apply(n));
        }
        return all;
    }
}
