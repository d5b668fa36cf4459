package org.mentorportal.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The portal's clock, in the school's zone. Set-up code can let one stretch of work happen at another moment, on its own
 * thread only; everybody else's time goes on.
 */
public final class PortalClock extends Clock {

    private static final ScopedValue<Instant> ELSEWHEN = ScopedValue.newInstance();

    private final Clock clock;

    public PortalClock(Clock clock) {
        this.clock = clock;
    }

    /** Runs {@code work} as if it were {@code moment}. */
    public static <T> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(ELSEWHEN, moment).call(work::get);
    }

    @Override
    public Instant instant() {
        return ELSEWHEN.isBound() ? ELSEWHEN.get() : clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new PortalClock(clock.withZone(zone));
    }
}
