package org.mentorportal.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.mentorportal.shared.PlainText;
import org.mentorportal.shared.Refused;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Slows whoever guesses passwords (TRUST.md, limits), per node and in bounded memory, and locks nobody else out: a person
 * is refused for what came from their own address, and for others' guesses only once they failed themselves. An attempt is
 * counted before its password is compared and given back if it was right, so that many at once are not more than one by one.
 */
@Component
@EnableConfigurationProperties(SignInSettings.class)
class SignInThrottle {

    private static final int MOST_KEPT = 50_000;
    /** Of a name that nobody can have, only so much is remembered. */
    private static final int LONGEST_NAME = 320;

    private record Origin(String name, String address) {
    }

    private final SignInSettings settings;
    private final TimeMeter time;
    private final PasswordTurns turns;
    private final Cache<Origin, Bucket> byOrigin;
    private final Cache<String, Bucket> byAccount;
    private final Cache<String, Bucket> byAddress;

    SignInThrottle(SignInSettings settings, PasswordTurns turns, Clock clock) {
        this.settings = settings;
        this.time = new ByClock(clock);
        this.turns = turns;
        this.byOrigin = cache(settings.perAddressTime());
        this.byAccount = cache(settings.perAccountTime());
        this.byAddress = cache(settings.perAddressTime());
    }

    private static <K> Cache<K, Bucket> cache(Duration time) {
        return Caffeine.newBuilder().maximumSize(MOST_KEPT).expireAfterAccess(time.multipliedBy(2)).build();
    }

    /** @param known an account's address in lower case, or whatever somebody typed: both are counted alike */
    Optional<Refused> attempt(String known, String address, BooleanSupplier succeeds) {
        return attemptWithoutATurn(known, address, () -> turns.take(succeeds::getAsBoolean));
    }

    /**
     * The same for what takes no time to compare.
     *
     * @param tried whether it fits; nothing if that could not be found out, which is held against nobody
     */
    Optional<Refused> attemptWithoutATurn(String known, String address, Supplier<Optional<Boolean>> tried) {
        Bucket anybody = byAddress.get(address, from -> bucket(settings.perAddressAll(), settings.perAddressTime()));
        ConsumptionProbe any = anybody.tryConsumeAndReturnRemaining(1);
        if (!any.isConsumed()) {
            return Optional.of(tooMany(any));
        }
        var harmless = new AtomicBoolean();
        try {
            return ofThisAccount(known, address, () -> {
                Optional<Boolean> fits = tried.get();
                harmless.set(fits.orElse(true));
                return fits;
            });
        } finally {
            if (harmless.get()) {
                anybody.addTokens(1);
            }
        }
    }

    private Optional<Refused> ofThisAccount(String known, String address, Supplier<Optional<Boolean>> tried) {
        String name = known.length() > LONGEST_NAME ? known.substring(0, LONGEST_NAME) : known;
        Bucket here = byOrigin.get(new Origin(name, address), origin -> bucket(settings.perAddress(), settings.perAddressTime()));
        Bucket everywhere = byAccount.get(name, account -> bucket(settings.perAccount(), settings.perAccountTime()));
        ConsumptionProbe mine = here.tryConsumeAndReturnRemaining(1);
        if (!mine.isConsumed()) {
            return Optional.of(tooMany(mine));
        }
        ConsumptionProbe all = everywhere.tryConsumeAndReturnRemaining(1);
        if (!all.isConsumed() && mine.getRemainingTokens() < settings.perAddress() - 1) {
            here.addTokens(1);
            return Optional.of(tooMany(all));
        }
        Optional<Boolean> fits = tried.get();
        if (fits.orElse(true)) {
            giveBack(here, everywhere, all);
        }
        return fits.isPresent() ? Optional.empty() : Optional.of(Refused.because(AccountRule.TOO_MANY_SIGN_INS, 1L));
    }

    private static void giveBack(Bucket here, Bucket everywhere, ConsumptionProbe all) {
        here.addTokens(1);
        if (all.isConsumed()) {
            everywhere.addTokens(1);
        }
    }

    private static Refused tooMany(ConsumptionProbe probe) {
        return Refused.because(AccountRule.TOO_MANY_SIGN_INS, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
    }

    private Bucket bucket(int most, Duration within) {
        return Bucket.builder().addLimit(limit -> limit.capacity(most).refillIntervally(most, within))
                .withCustomTimePrecision(time).build();
    }

    /** How a typed name is counted and looked up. */
    static String normal(String typed) {
        return PlainText.of(typed).toLowerCase(Locale.ROOT);
    }

    private record ByClock(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
