package org.mentorportal.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.Verdict;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.mentorship.MenteeBooking;
import org.mentorportal.mentorship.MenteeGroup;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.Standing;
import org.mentorportal.mentorship.SuspensionDetails;
import org.mentorportal.mentorship.WarningDetails;
import org.mentorportal.session.Mark;
import org.mentorportal.session.SessionService;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.StoredRule;
import org.mentorportal.support.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo school's mentors and mentees, as the people themselves find them. */
@PortalTest
class DemoMenteesTest {

    /** It was so when the school was loaded; since then a session of the first mentor's may have ended. */
    private static final int ENDED_SINCE = 3;

    @Autowired
    EnrolmentService enrolments;
    @Autowired
    MentorshipService mentorship;
    @Autowired
    SessionService sessions;
    @Autowired
    CurrentActor actor;
    @Autowired
    List<StoredRule> rules;
    @Autowired
    JdbcClient jdbc;

    private <T> T as(String key, Role role, Supplier<T> work) {
        long id = jdbc.sql("select id from account where email = ?").param(DemoPeople.address(key)).query(Long.class).single();
        return actor.actingAs(new Actor(new AccountId(id), key, Set.of(role)), work);
    }

    /** As their mentor sees it. */
    private EnrolmentDetails enrolment(String mentor, String student) {
        String name = jdbc.sql("select display_name from account where email = ?").param(DemoPeople.address(student)).query(String.class).single();
        return as(mentor, Role.MENTOR, () -> enrolments.mentees(MenteeGroup.ALL, name, 10)).first().stream().filter(one -> one.studentName().equals(name)).findFirst().orElseThrow();
    }

    private static <T, K> Map<K, Long> counts(List<T> all, Function<T, K> by) {
        return all.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    @Test
    void c2TheMentorOfTheSignInPageHasADozenSessionsWaitingForAMark() {
        assertThat(as("mentor01", Role.MENTOR, sessions::waiting).count()).isBetween(12, 12 + ENDED_SINCE);
    }

    @Test
    void c3MentorsHaveMarkedThePastFourWeeksInEveryWay() {
        Map<Mark, Long> marks = counts(as("mentor01", Role.MENTOR, () -> sessions.marked(200)), place -> place.mark());
        assertThat(marks).containsOnlyKeys(Mark.values());
        List<String> all = jdbc.sql("""
                select r.mark from reservation r join account a on a.id = r.marked_by and a.email like '%@demo.school'""").query(String.class).list();
        assertThat(all).hasSizeGreaterThan(100);
        assertThat(counts(all, Function.identity())).hasSize(3).allSatisfy((mark, count) -> assertThat(count).as(mark).isGreaterThan(5));
    }

    @Test
    void c4MenteeAtTheLimitWaitsForTheMentorsDecision() {
        EnrolmentDetails open = enrolment("mentor01", "student006");
        assertThat(open.questionOpen()).isTrue();
        assertThat(open.status()).isEqualTo(EnrolmentStatus.ACTIVE);
        assertThat(open.warnings()).isEqualTo(open.cycle().noShowLimit());
        assertThat(as("student006", Role.STUDENT, mentorship::mine)).singleElement()
                .satisfies(standing -> assertThat(standing.next()).isEqualTo(Standing.Next.MENTOR_DECIDES));
    }

    @Test
    void d5ReprobatedMenteeHasTwentySixCancelledBookingsOfWhichSomeCannotComeBack() {
        EnrolmentDetails reprobated = enrolment("mentor01", "student013");
        assertThat(reprobated.status()).isEqualTo(EnrolmentStatus.REPROBATED);
        List<RestoreLine> lines = as("mentor01", Role.MENTOR, () -> mentorship.reactivationPreview(reprobated.id())).orElseThrow().lines();

        Map<Verdict, Long> verdicts = counts(lines, RestoreLine::verdict);
        System.out.println("DEMO reactivation " + verdicts);
        assertThat(lines.stream().filter(line -> line.verdict() != Verdict.MADE && line.booking() != null)).as("cancelled by the reprobation").hasSize(26);
        assertThat(verdicts).containsEntry(Verdict.TAKEN, 3L).containsEntry(Verdict.GIVEN_UP, 2L).containsKeys(Verdict.PAST, Verdict.MADE);
        assertThat(verdicts.get(Verdict.RESTORED)).isGreaterThan(12);
        assertThat(jdbc.sql("select count(*) from booking where hold_id = ?").param(reprobated.suspension().hold().value())
                .query(Integer.class).single()).as("without what was given up").isEqualTo(24);
    }

    @Test
    void d7MenteeWhoUnsubscribedCanComeBackByThemselves() {
        SuspensionDetails open = enrolment("mentor02", "student031").suspension();
        assertThat(open).isNotNull();
        assertThat(open.byTheMentee()).isTrue();
        Standing standing = as("student031", Role.STUDENT, mentorship::mine).getFirst();
        assertThat(standing.next()).isEqualTo(Standing.Next.COME_BACK);
        assertThat(standing.page().held()).isNotEmpty();
    }

    @Test
    void anaIsAMenteeWithAStandingWorthLookingAt() {
        Standing standing = as("student001", Role.STUDENT, mentorship::mine).getFirst();
        assertThat(standing.next()).isEqualTo(Standing.Next.BELOW_LIMIT);
        assertThat(standing.page().enrolment().status()).isEqualTo(EnrolmentStatus.ACTIVE);
        assertThat(standing.page().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.state()).isEqualTo(WarningDetails.State.COUNTS);
            assertThat(warning.answer()).startsWith("The bus broke down");
        });
        assertThat(standing.page().history().stream().map(MenteeBooking::mark)).contains(Mark.ATTENDED, Mark.NO_SHOW, Mark.EXCUSED, null);
        assertThat(standing.page().plan()).hasSize(2);
    }

    @Test
    void storedRulesHoldInTheDemoSchool() {
        assertThat(rules.stream().flatMap(rule -> rule.faults().stream())).isEmpty();
    }
}
