package org.mentorportal.account;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Hashing is slow on purpose: only a few passwords at once, first come first served, so that no flood takes the machine. */
@Component
class PasswordTurns {

    private final Semaphore turns;
    private final long longestWait;

    PasswordTurns(PasswordSettings settings) {
        this.turns = new Semaphore(settings.atOnce(), true);
        this.longestWait = settings.longestWait().toMillis();
    }

    /** What {@code work} gives; nothing, and no work done, if its turn did not come in time. */
    <T> Optional<T> take(Supplier<T> work) {
        if (!hasTurn()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            turns.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turns.tryAcquire(longestWait, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
