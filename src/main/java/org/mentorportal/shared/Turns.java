package org.mentorportal.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets so many do something at once; the others wait, first come first served. */
public final class Turns {

    private final Semaphore free;

    public Turns(int atOnce) {
        this.free = new Semaphore(atOnce, true);
    }

    /** What {@code work} gives; nothing, and no work done, if its turn did not come within {@code longest}. */
    public <T> Optional<T> take(Duration longest, Supplier<T> work) {
        if (!had(longest)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            free.release();
        }
    }

    private boolean had(Duration longest) {
        try {
            return free.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many wait for a turn just now, about. */
    public int waiting() {
        return free.getQueueLength();
    }
}
