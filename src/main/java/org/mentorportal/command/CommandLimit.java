package org.mentorportal.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How many commands one person may send a minute (TRUST.md, limits), so that nobody slows the others; per node. */
@Component
public class CommandLimit {

    private static final Logger log = LoggerFactory.getLogger(CommandLimit.class);
    private static final ScopedValue<Boolean> LIFTED = ScopedValue.newInstance();

    private final CommandSettings settings;
    private final Cache<AccountId, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(50_000).expireAfterAccess(Duration.ofMinutes(2)).build();

    CommandLimit(CommandSettings settings) {
        this.settings = settings;
    }

    /** Runs {@code work} without the limit: for set-up that acts as many people at once, never for a client. */
    public static <T> T lifted(Supplier<T> work) {
        return ScopedValue.where(LIFTED, true).call(work::get);
    }

    /** Counts one command of {@code person}, or says why it is one too many. */
    Optional<Refused> take(Actor person) {
        if (LIFTED.isBound()) {
            return Optional.empty();
        }
        int most = person.roles().stream().allMatch(Role.STUDENT::equals) ? settings.perMinute() : settings.perMinuteStaff();
        ConsumptionProbe taken = buckets.get(person.id(), id -> Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, Duration.ofMinutes(1))).build())
                .tryConsumeAndReturnRemaining(1);
        if (taken.isConsumed()) {
            return Optional.empty();
        }
        log.warn("account {} sent more than {} commands a minute", person.id(), most);
        long wait = TimeUnit.NANOSECONDS.toSeconds(taken.getNanosToWaitForRefill()) + 1;
        return Optional.of(Refused.because(CommandRule.TOO_MANY, most, wait));
    }
}
