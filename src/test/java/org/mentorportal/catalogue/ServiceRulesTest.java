package org.mentorportal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;

/** What a service can be like; the bounds are those of the table. */
class ServiceRulesTest {

    private static final ResourceInfo GROUND = new ResourceInfo(new ResourceId(1), ResourceKind.GROUND, "Hall", null);
    private static final ResourceInfo MENTOR = new ResourceInfo(new ResourceId(2), ResourceKind.MENTOR, "Ann", new AccountId(7));
    private static final Timing HOUR = Timing.of(60);

    @Test
    void aUsualServiceIsFine() {
        assertThat(broken(terms("Volleyball", HOUR, 1, 12, Limits.none(), window("08:00", "20:00")))).isEmpty();
    }

    @Test
    void aNameIsNeededAndFitsItsColumn() {
        assertThat(broken(named("  "))).containsExactly(CatalogueRule.NAME_LENGTH);
        assertThat(broken(named("x".repeat(120)))).isEmpty();
        assertThat(broken(named("x".repeat(121)))).containsExactly(CatalogueRule.NAME_LENGTH);
    }

    @Test
    void everyNumberHasItsRange() {
        assertRange(5, 720, CatalogueRule.DURATION_RANGE, n -> timed(new Timing(n, 60, 0, 0, 0, 21, LocalTime.MIDNIGHT)));
        assertRange(5, 720, CatalogueRule.STEP_RANGE, n -> timed(HOUR.withStep(n)));
        assertRange(0, 240, CatalogueRule.BUFFER_BEFORE_RANGE, n -> timed(HOUR.withBuffers(n, 0)));
        assertRange(0, 240, CatalogueRule.BUFFER_AFTER_RANGE, n -> timed(HOUR.withBuffers(0, n)));
        assertRange(0, 43200, CatalogueRule.NOTICE_RANGE, n -> timed(HOUR.withNotice(n)));
        assertRange(0, 400, CatalogueRule.HORIZON_RANGE, n -> timed(HOUR.withHorizon(n, LocalTime.NOON)));
        assertRange(1, 500, CatalogueRule.CAPACITY_RANGE, n -> terms("Choir", HOUR, n, 1, Limits.none()));
        assertRange(1, 500, CatalogueRule.PLAYERS_RANGE, n -> terms("Choir", HOUR, 1, n, Limits.none()));
        assertRange(0, 43200, CatalogueRule.CANCEL_DEADLINE_RANGE, n -> limited(Limits.none().withCancelDeadline(n)));
        assertRange(1, 50, CatalogueRule.PER_DAY_RANGE, n -> limited(Limits.none().withPerDay(n)));
        assertRange(1, 100, CatalogueRule.PER_WEEK_RANGE, n -> limited(Limits.none().withPerWeek(n)));
        assertRange(1, 500, CatalogueRule.AT_ONCE_RANGE, n -> limited(Limits.none().withAtOnce(n)));
    }

    private static void assertRange(int least, int most, RuleId rule, IntFunction<ServiceTerms> with) {
        assertThat(Stream.of(least, most).flatMap(n -> broken(with.apply(n)).stream())).as(rule.key()).isEmpty();
        assertThat(broken(with.apply(least - 1))).as("%s below", rule).containsExactly(rule);
        assertThat(broken(with.apply(most + 1))).as("%s above", rule).containsExactly(rule);
        assertThat(ServiceRules.broken(with.apply(most + 1), MENTOR)).containsExactly(Refused.because(rule, least, most));
    }

    @Test
    void onlyAMentorsServiceCanBeApprovedByItsMentor() {
        var talk = new AddService(MENTOR.id(), "Talk", HOUR, 1, 1, Approval.MENTOR, Limits.none(), List.of());
        assertThat(ServiceRules.broken(talk, MENTOR)).isEmpty();
        assertThat(ServiceRules.broken(talk, GROUND)).containsExactly(Refused.because(CatalogueRule.NO_MENTOR_TO_APPROVE));
    }

    @Test
    void aWindowOpensBeforeItClosesOnWholeMinutes() {
        assertThat(hours(window("09:00", "09:00"))).containsExactly(Refused.because(CatalogueRule.HOURS_TIMES, DayOfWeek.MONDAY));
        assertThat(hours(window("10:00", "09:00"))).containsExactly(Refused.because(CatalogueRule.HOURS_TIMES, DayOfWeek.MONDAY));
        assertThat(hours(window("09:00:30", "10:00"))).containsExactly(Refused.because(CatalogueRule.HOURS_TIMES, DayOfWeek.MONDAY));
        assertThat(hours(window("09:00", "09:01"))).isEmpty();
    }

    @Test
    void aWindowDoesNotEndBeforeItBeginsToHold() {
        assertThat(hours(window("09:00", "10:00", "2026-03-02", "2026-03-01")))
                .containsExactly(Refused.because(CatalogueRule.HOURS_VALIDITY, DayOfWeek.MONDAY));
        assertThat(hours(window("09:00", "10:00", "2026-03-02", "2026-03-02"))).isEmpty();
        assertThat(hours(window("09:00", "10:00", "1026-03-02", null))).hasSize(1);
        assertThat(hours(window("09:00", "10:00", "2026-03-02", "+12026-03-02"))).hasSize(1);
    }

    @Test
    void windowsOfOneWeekdayMayTouchButNotOverlap() {
        assertThat(hours(window("09:00", "12:00"), window("12:00", "15:00"))).isEmpty();
        assertThat(hours(window("09:00", "12:01"), window("12:00", "15:00")))
                .containsExactly(Refused.because(CatalogueRule.HOURS_OVERLAP, DayOfWeek.MONDAY));
        assertThat(hours(window("09:00", "12:00"), new Hours(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(12, 0),
                LocalDate.of(2020, 1, 1), null))).isEmpty();
    }

    @Test
    void aNewTimetableMayFollowAnOldOneOnTheSameWeekday() {
        assertThat(hours(window("09:00", "12:00", "2026-01-01", "2026-03-01"), window("10:00", "13:00", "2026-03-02", null))).isEmpty();
        assertThat(hours(window("09:00", "12:00", "2026-01-01", "2026-03-02"), window("10:00", "13:00", "2026-03-02", null)))
                .containsExactly(Refused.because(CatalogueRule.HOURS_OVERLAP, DayOfWeek.MONDAY));
        assertThat(hours(window("09:00", "12:00", "2026-01-01", null), window("10:00", "13:00", "2026-03-02", null))).hasSize(1);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(broken(terms("", HOUR.withStep(1), 0, 12, Limits.none().withPerDay(0), window("10:00", "09:00")))).containsExactly(
                CatalogueRule.NAME_LENGTH, CatalogueRule.STEP_RANGE, CatalogueRule.CAPACITY_RANGE, CatalogueRule.PER_DAY_RANGE,
                CatalogueRule.HOURS_TIMES);
    }

    private static List<RuleId> broken(ServiceTerms terms) {
        return ServiceRules.broken(terms, GROUND).stream().map(Refused::rule).toList();
    }

    private static List<Refused> hours(Hours... windows) {
        return ServiceRules.broken(List.of(windows));
    }

    private static ServiceTerms named(String name) {
        return terms(name, HOUR, 1, 12, Limits.none());
    }

    private static ServiceTerms timed(Timing timing) {
        return terms("Volleyball", timing, 1, 12, Limits.none());
    }

    private static ServiceTerms limited(Limits limits) {
        return terms("Volleyball", HOUR, 1, 12, limits);
    }

    private static ServiceTerms terms(String name, Timing timing, int capacity, int players, Limits limits, Hours... hours) {
        return new AddService(GROUND.id(), name, timing, capacity, players, Approval.PRINCIPAL, limits, List.of(hours));
    }

    private static Hours window(String opens, String closes) {
        return window(opens, closes, "2020-01-01", null);
    }

    private static Hours window(String opens, String closes, String from, @Nullable String until) {
        return new Hours(DayOfWeek.MONDAY, LocalTime.parse(opens), LocalTime.parse(closes), LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until));
    }
}
