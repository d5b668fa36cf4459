package org.mentorportal.mentorship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.Verdict;
import org.mentorportal.mentorship.MentorshipOutcome.AlreadySo;
import org.mentorportal.mentorship.MentorshipOutcome.Reactivated;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.SqlTime;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.mentorportal.support.Turn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** D2, D5, D6, C5: real threads on one enrolment. Every round has one legal end, in words, and leaves every stored rule kept. */
@Order(Turn.MANY_BOOKINGS)
@PortalTest
class MentorshipRaceTest {

    private static final int ROUNDS = 50;

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    List<StoredRule> rules;
    @Autowired
    JdbcClient jdbc;

    private final Map<String, Integer> ends = new TreeMap<>();
    private Mentoring.Scene scene;

    @BeforeEach
    void openTheSchool() {
        scene = mentoring.scene();
    }

    @AfterEach
    void everyStoredRuleIsKept() {
        assertThat(rules.stream().flatMap(rule -> rule.faults().stream())).isEmpty();
    }

    private void count(String end) {
        ends.merge(end, 1, Integer::sum);
    }

    private void print(String race) {
        System.out.println("RACE " + race + " rounds=" + ROUNDS + " " + ends);
        assertThat(ends.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROUNDS);
    }

    private static List<Class<?>> kinds(List<? extends Outcome> outcomes) {
        return outcomes.stream().<Class<?>>map(Object::getClass).toList();
    }

    @Test
    void d6TwoMentorsReactivateAtOnceAndTheSecondIsToldWho() {
        BookingDetails booking = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        for (int round = 0; round < ROUNDS; round++) {
            mentoring.reprobated(scene);
            List<MentorshipOutcome> outcomes = Race.<MentorshipOutcome>of(List.of(() -> mentoring.reactivate(scene.mentor(), scene),
                    () -> mentoring.reactivate(scene.admin(), scene)));

            assertThat(kinds(outcomes)).containsExactlyInAnyOrder(Reactivated.class, AlreadySo.class);
            boolean mentorFirst = outcomes.getFirst() instanceof Reactivated;
            String winner = (mentorFirst ? scene.mentor() : scene.admin()).displayName();
            assertThat(((AlreadySo) outcomes.get(mentorFirst ? 1 : 0)).who()).isEqualTo(winner);
            assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.APPROVED);
            assertThat(mentoring.now(scene).version()).isEqualTo(1 + 2 * (round + 1));
            count(mentorFirst ? "mentor first" : "admin first");
        }
        print("two reactivate");
        assertThat(trailOf(booking)).as("cancelled and restored once each round").isEqualTo(1 + 2 * ROUNDS);
        assertThat(jdbc.sql("select count(*) from reservation where booking_id = ?").param(booking.id().value()).query(Integer.class).single()).isOne();
    }

    private int trailOf(BookingDetails booking) {
        return desk.trailOf(booking).size();
    }

    @Test
    void d5ReactivationAgainstAnotherStudentWhoBooksTheFreedSlot() {
        AccountInfo other = school.student();
        mentoring.enrolled(scene.cycle(), other, scene.mentor());
        Instant start = school.in(3, "10:00");
        desk.book(scene.student(), scene.talk(), start);
        for (int round = 0; round < ROUNDS; round++) {
            mentoring.reprobated(scene);
            List<Outcome> outcomes = Race.<Outcome>of(List.of(() -> mentoring.reactivate(scene.mentor(), scene),
                    Race.late(() -> desk.ask(other, scene.talk(), start))));

            RestoreLine line = Mentoring.reactivated((MentorshipOutcome) outcomes.getFirst()).lines().getFirst();
            boolean restored = line.verdict() == Verdict.RESTORED;
            if (restored) {
                assertThat(Mentoring.refusal(outcomes.getLast())).isEqualTo(BookingRuleId.SLOT_TAKEN);
            } else {
                assertThat(line.verdict()).isEqualTo(Verdict.TAKEN);
                desk.cancel(other, Desk.done((BookingOutcome) outcomes.getLast()), "");
                desk.book(scene.student(), scene.talk(), start);
            }
            assertThat(active(start)).isOne();
            count(restored ? "restored" : "let to the other");
        }
        print("reactivation against booking");
    }

    private int active(Instant start) {
        return jdbc.sql("select count(*) from booking where service_id = ? and starts_at = ? and status in ('PENDING', 'APPROVED')")
                .params(scene.talk().id().value(), SqlTime.utc(start)).query(Integer.class).single();
    }

    @Test
    void d2ReprobationAgainstTheMenteesOwnBookingIsCancelledOrRefused() {
        for (int round = 0; round < ROUNDS; round++) {
            Instant start = school.in(1 + round % 20, "%02d:00".formatted(9 + round / 20));
            List<Outcome> outcomes = Race.<Outcome>of(List.of(() -> mentoring.reprobate(scene.mentor(), scene, "Three no-shows"),
                    Race.late(() -> desk.ask(scene.student(), scene.talk(), start))));

            Mentoring.suspended((MentorshipOutcome) outcomes.getFirst());
            boolean refused = outcomes.getLast().refusal().isPresent();
            if (refused) {
                assertThat(Mentoring.refusal(outcomes.getLast())).isEqualTo(MentorshipRule.MENTEE_SUSPENDED);
            }
            assertThat(active(start)).as("none slips through").isZero();
            count(refused ? "refused" : "cancelled by it");
            mentoring.reactivated(scene);
        }
        print("reprobation against booking");
    }

    @Test
    void c5MarkAgainstReset() {
        BookingDetails missed = mentoring.noShow(scene, 1);
        for (int round = 0; round < ROUNDS; round++) {
            List<Outcome> outcomes = Race.<Outcome>of(List.of(() -> desk.mark(scene.mentor(), missed, Mark.NO_SHOW),
                    () -> desk.reset(scene.admin(), missed, "a mistake")));

            boolean marked = "NO_SHOW".equals(jdbc.sql("select coalesce(mark, '') from reservation where booking_id = ?")
                    .param(missed.id().value()).query(String.class).single());
            assertThat(mentoring.now(scene).warnings()).isEqualTo(marked ? 1 : 0);
            assertThat(outcomes.stream().flatMap(outcome -> outcome.refusal().stream())).isEmpty();
            count(marked ? "marked in the end" : "reset in the end");
            if (!marked) {
                desk.mark(scene.mentor(), missed, Mark.NO_SHOW);
            }
        }
        print("mark against reset");
        assertThat(mentoring.page(scene).warnings()).hasSize(1);
    }

    @Test
    void twoEnrolOneStudentAtOnceAndTheSecondIsTold() {
        for (int round = 0; round < ROUNDS; round++) {
            AccountInfo student = school.student();
            List<Supplier<EnrolmentOutcome>> both = List.of(() -> mentoring.enrol(scene.mentor(), scene.cycle(), student, scene.mentor()),
                    () -> mentoring.enrol(scene.admin(), scene.cycle(), student, scene.mentor()));
            List<EnrolmentOutcome> outcomes = Race.of(both);

            assertThat(kinds(outcomes)).containsExactlyInAnyOrder(EnrolmentOutcome.Done.class, EnrolmentOutcome.AlreadySo.class);
            count(outcomes.getFirst() instanceof EnrolmentOutcome.Done ? "mentor first" : "admin first");
        }
        print("two enrol");
    }

    @Test
    void d7ReprobationAgainstUnsubscribingSuspendsOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            List<Supplier<MentorshipOutcome>> both = List.of(() -> mentoring.reprobate(scene.mentor(), scene, "Three no-shows"),
                    () -> mentoring.unsubscribe(scene.student(), scene, ""));
            List<MentorshipOutcome> outcomes = Race.of(both);

            Map<Boolean, Long> done = outcomes.stream().collect(Collectors.partitioningBy(MentorshipOutcome.Suspended.class::isInstance, Collectors.counting()));
            assertThat(done).containsEntry(true, 1L);
            boolean reprobated = mentoring.now(scene).status() == EnrolmentStatus.REPROBATED;
            count(reprobated ? "reprobated" : "unsubscribed");
            assertThat(reprobated ? mentoring.reactivate(scene.mentor(), scene) : mentoring.resubscribe(scene.mentor(), scene)).isInstanceOf(Reactivated.class);
        }
        print("reprobation against unsubscribing");
    }
}
