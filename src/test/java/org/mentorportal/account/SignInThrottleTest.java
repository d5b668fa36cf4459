package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.Refused;
import org.mentorportal.support.Race;

/** V6.1.1, V6.3.1, X24: who guesses is slowed, and nobody else. */
class SignInThrottleTest {

    private static final BooleanSupplier WRONG = () -> false;
    private static final BooleanSupplier RIGHT = () -> true;
    private static final String PRINCIPAL = "principal@school";

    private static final class HandClock extends Clock {

        private Instant now = Instant.parse("2026-11-21T09:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final HandClock clock = new HandClock();
    private final SignInThrottle throttle = new SignInThrottle(new SignInSettings(10, Duration.ofMinutes(15), 100, Duration.ofHours(1), 200),
            new PasswordTurns(new PasswordSettings(64, 1, 1, 2, Duration.ofSeconds(5), List.of())), clock);

    /** How many of {@code times} wrong passwords were compared. */
    private long guesses(String address, int times) {
        return IntStream.range(0, times).filter(n -> throttle.attempt(PRINCIPAL, address, WRONG).isEmpty()).count();
    }

    private boolean letsIn(String address) {
        return throttle.attempt(PRINCIPAL, address, RIGHT).isEmpty();
    }

    @Test
    void tenFailuresFromOneAddressAndThenItWaits() {
        assertThat(guesses("1.1.1.1", 30)).isEqualTo(10);
        assertThat(letsIn("1.1.1.1")).as("not even with the right password").isFalse();
        assertThat(throttle.attempt(PRINCIPAL, "1.1.1.1", RIGHT)).map(Refused::arguments).hasValueSatisfying(arguments ->
                assertThat((Long) arguments.getLast()).as("seconds").isBetween(895L, 901L));

        clock.now = clock.now.plus(Duration.ofMinutes(15));
        assertThat(letsIn("1.1.1.1")).isTrue();
    }

    @Test
    void x24MadeUpNamesFromOneAddressEndToo() {
        long compared = IntStream.range(0, 1000).filter(n -> throttle.attempt("nobody" + n, "1.1.1.1", WRONG).isEmpty()).count();
        assertThat(compared).isEqualTo(200);
        assertThat(letsIn("2.2.2.2")).isTrue();
    }

    @Test
    void nobodyLocksAnotherOutWhoComesFromElsewhere() {
        guesses("1.1.1.1", 1000);
        assertThat(letsIn("2.2.2.2")).isTrue();
    }

    @Test
    void x24NotEvenFromManyAddressesAtOnce() {
        long compared = IntStream.range(0, 1000).mapToLong(n -> guesses("1.1.0." + n, 20)).sum();
        assertThat(compared).as("100, then one from each address").isBetween(1000L, 1100L);
        assertThat(letsIn("2.2.2.2")).isTrue();
        assertThat(letsIn("2.2.2.2")).as("again, from where it was right").isTrue();
    }

    @Test
    void afterAHundredFailuresOfAnAccountEachAddressHasOneMore() {
        IntStream.range(0, 10).forEach(n -> assertThat(guesses("1.1.0." + n, 10)).isEqualTo(10));
        assertThat(guesses("1.1.0.99", 10)).isEqualTo(1);

        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(guesses("1.1.0.98", 20)).isEqualTo(10);
    }

    @Test
    void x24FiveThousandGuessesFromFiftyAddressesSlowNobodyElse() {
        long compared = IntStream.range(0, 50).mapToLong(n -> guesses("1.1.0." + n, 100)).sum();
        assertThat(compared).isLessThanOrEqualTo(150);
        long begun = System.nanoTime();
        assertThat(letsIn("2.2.2.2")).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void successesAreNotCounted() {
        IntStream.range(0, 500).forEach(n -> assertThat(letsIn("1.1.1.1")).isTrue());
        assertThat(guesses("1.1.1.1", 30)).isEqualTo(10);
    }

    @Test
    void manyAtOnceAreNotMoreThanOneByOneAndNeverMoreThanTwoAreCompared() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        var compared = new AtomicInteger();
        Supplier<Boolean> guess = () -> throttle.attempt(PRINCIPAL, "1.1.1.1", () -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            compared.incrementAndGet();
            pause();
            now.decrementAndGet();
            return false;
        }).isEmpty();
        List<Boolean> answers = Race.of(Stream.generate(() -> guess).limit(64).toList());

        assertThat(answers).filteredOn(answer -> answer).hasSize(10);
        assertThat(compared).hasValue(10);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void whatCouldNotBeTriedIsHeldAgainstNobody() {
        IntStream.range(0, 500).forEach(n -> throttle.attemptWithoutATurn(PRINCIPAL, "1.1.1.1", Optional::empty));
        assertThat(guesses("1.1.1.1", 30)).isEqualTo(10);
    }

    @Test
    void codesNeedNoTurnOfThePasswords() {
        var code = new AtomicReference<Optional<Refused>>();

        throttle.attempt(PRINCIPAL, "1.1.1.1", () -> throttle.attempt("a mentor", "1.1.1.2", () -> {
            code.set(throttle.attemptWithoutATurn("codes", "1.1.1.3", () -> Optional.of(true)));
            return true;
        }).isEmpty());

        assertThat(code.get()).as("while both turns are taken").isEmpty();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void longNamesTakeNoMoreMemoryThanOthers() {
        String name = "x".repeat(1_000_000);
        assertThat(IntStream.range(0, 30).filter(n -> throttle.attempt(name + n, "1.1.1.1", WRONG).isEmpty()).count()).isEqualTo(10);
    }
}
