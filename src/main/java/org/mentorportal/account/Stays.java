package org.mentorportal.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentorportal.live.LiveExecutor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who is in, and for how long. Nothing that a session remembers of a person's rights counts by itself: each use asks here
 * whether the stay goes on, and screens that nobody uses are told when it does not.
 */
@Component
@EnableConfigurationProperties(StaySettings.class)
public class Stays {

    private final StaySettings settings;
    private final Powers powers;
    private final LiveExecutor executor;
    private final Clock clock;
    private final Set<Stay> open = ConcurrentHashMap.newKeySet();

    Stays(StaySettings settings, Powers powers, LiveUpdates updates, LiveExecutor executor, Clock clock) {
        this.settings = settings;
        this.powers = powers;
        this.executor = executor;
        this.clock = clock;
        updates.subscribeToAll(this::changed);
        executor.every(settings.reread(), this::lookAtAll);
    }

    /** A session of the person begins; their oldest ends if that is one too many. */
    public void begin(@Nullable Authentication person) {
        Optional.ofNullable(of(person)).ifPresent(stay -> {
            stay.begin(clock.instant());
            open.add(stay);
            List<Stay> all = open.stream().filter(other -> other.account().equals(stay.account()) && other.begun() != null)
                    .sorted(Comparator.comparing(Stay::begun)).toList();
            all.stream().limit(Math.max(0, all.size() - settings.most())).forEach(oldest -> end(oldest, StayEnd.TOO_MANY));
        });
    }

    /** Whether the person may still act: a stay that goes on, and no step missing. */
    boolean goesOn(PortalUser user) {
        Stay stay = user.stay();
        return stay == null || (user.isIn() && endOf(stay).isEmpty());
    }

    /** Whether the person's stay goes on, whatever step is missing. */
    boolean isThere(PortalUser user) {
        Stay stay = user.stay();
        return stay != null && endOf(stay).isEmpty();
    }

    /** How far the person is in; nobody's and set-up's own acts have no steps. */
    public Step stepOf(@Nullable Authentication person) {
        Stay stay = of(person);
        return stay == null ? Step.IN : stay.step();
    }

    /** Why the person's stay is over, if it is. */
    public Optional<StayEnd> endOf(@Nullable Authentication person) {
        return Optional.ofNullable(of(person)).flatMap(this::endOf);
    }

    private Optional<StayEnd> endOf(Stay stay) {
        StayEnd told = stay.end();
        return told != null ? Optional.of(told) : endOfTime(stay)
                .or(() -> stay.has(powers.of(stay.account())) ? Optional.empty() : Optional.of(StayEnd.CHANGED));
    }

    private Optional<StayEnd> endOfTime(Stay stay) {
        Instant now = clock.instant();
        Instant begun = stay.begun();
        if (begun == null) {
            return Optional.empty();
        }
        if (!now.isBefore(begun.plus(settings.longest()))) {
            return Optional.of(StayEnd.TOO_LONG);
        }
        return now.isBefore(stay.used().plus(settings.idle())) ? Optional.empty() : Optional.of(StayEnd.IDLE);
    }

    /** The person did something; what a browser sends by itself does not count. */
    public void use(@Nullable Authentication person) {
        Optional.ofNullable(of(person)).ifPresent(stay -> stay.use(clock.instant()));
    }

    /** Ends the person's session in all its tabs. */
    public void end(@Nullable Authentication person, StayEnd why) {
        Optional.ofNullable(of(person)).ifPresent(stay -> end(stay, why));
    }

    private void end(Stay stay, StayEnd why) {
        open.remove(stay);
        stay.end(why);
    }

    /** {@code told} hears, on any thread, when the person's stay is over; the answer stops that. */
    public Runnable watch(@Nullable Authentication person, Consumer<StayEnd> told) {
        Stay stay = of(person);
        if (stay == null) {
            return () -> { };
        }
        Runnable stop = stay.watch(told);
        open.add(stay);
        return () -> {
            stop.run();
            if (stay.begun() == null && !stay.isWatched()) {
                open.remove(stay);
            }
        };
    }

    private void changed(Set<Topic> topics) {
        Set<AccountId> whose = topics.stream().map(AccountChanges::ofPower).flatMap(Optional::stream).collect(Collectors.toSet());
        whose.forEach(powers::forget);
        if (!whose.isEmpty()) {
            executor.execute(() -> lookAt(open.stream().filter(stay -> whose.contains(stay.account())).toList()));
        }
    }

    private void lookAtAll() {
        powers.reread(open.stream().map(Stay::account).collect(Collectors.toSet()));
        lookAt(List.copyOf(open));
    }

    private void lookAt(List<Stay> stays) {
        stays.forEach(stay -> endOf(stay).ifPresent(why -> end(stay, why)));
    }

    private static @Nullable Stay of(@Nullable Authentication person) {
        return person != null && person.getPrincipal() instanceof PortalUser user ? user.stay() : null;
    }
}
