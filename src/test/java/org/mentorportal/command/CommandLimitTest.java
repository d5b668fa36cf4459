package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;

/** V2.4.1: at the limit and one beyond it. */
class CommandLimitTest {

    private final CommandLimit limit = new CommandLimit(new CommandSettings(6, Duration.ofSeconds(8), 3, Duration.ofMillis(100),
            Duration.ofSeconds(1), Duration.ofHours(24), 30, 300));

    private static Actor person(long id, Role... roles) {
        return new Actor(new AccountId(id), "Somebody", Set.of(roles));
    }

    private long taken(Actor person, int times) {
        return IntStream.range(0, times).filter(n -> limit.take(person).isEmpty()).count();
    }

    @Test
    void studentHasThirtyCommandsAMinuteAndThenWaits() {
        Actor student = person(1, Role.STUDENT);

        assertThat(taken(student, 30)).isEqualTo(30);
        assertThat(limit.take(student)).hasValueSatisfying(refused -> {
            assertThat(refused.rule()).isEqualTo(CommandRule.TOO_MANY);
            assertThat(refused.arguments().getFirst()).isEqualTo(30);
            assertThat((Long) refused.arguments().getLast()).as("seconds").isBetween(1L, 3L);
        });
    }

    @Test
    void oneWhoIsTooFastSlowsNobodyElse() {
        taken(person(1, Role.STUDENT), 100);

        assertThat(limit.take(person(2, Role.STUDENT))).isEmpty();
    }

    @Test
    void staffDecideAboutManyAtOnce() {
        assertThat(taken(person(3, Role.PRINCIPAL), 301)).isEqualTo(300);
        assertThat(taken(person(4, Role.STUDENT, Role.MENTOR), 301)).isEqualTo(300);
    }

    @Test
    void setUpIsNotLimited() {
        assertThat(CommandLimit.<Long>lifted(() -> taken(person(5, Role.STUDENT), 1000))).isEqualTo(1000);
        assertThat(taken(person(5, Role.STUDENT), 31)).isEqualTo(30);
    }

    @Test
    void refusalNamesTheRule() {
        taken(person(6, Role.STUDENT), 30);
        assertThat(limit.take(person(6, Role.STUDENT)).map(Refused::rule)).contains(CommandRule.TOO_MANY);
    }
}
