package org.mentorportal.account;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.mentorportal.shared.Turns;
import org.springframework.stereotype.Component;

/** Hashing is slow on purpose: only a few passwords at once, first come first served, so that no flood takes the machine. */
@Component
class PasswordTurns {

    private final Turns turns;
    private final Duration longestWait;

    PasswordTurns(PasswordSettings settings) {
        this.turns = new Turns(settings.atOnce());
        this.longestWait = settings.longestWait();
    }

    /** What {@code work} gives; nothing, and no work done, if its turn did not come in time. */
    <T> Optional<T> take(Supplier<T> work) {
        return turns.take(longestWait, work);
    }
}
