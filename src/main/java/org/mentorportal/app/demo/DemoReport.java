package org.mentorportal.app.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * What was loaded.
 *
 * @param at       where the walk ended: everything happened before
 * @param bookings those that were had, without the requests that were refused
 * @param worked   the processor's time for it, which other programs on the machine do not change; the database's is its own
 */
record DemoReport(Instant at, int accounts, int services, int bookings, int decisions, Duration took,
                  Duration worked) {

    @Override
    public String toString() {
        return "%d accounts, %d services, %d bookings, %d decisions in %.1f s (%.1f s of the processor)".formatted(accounts, services, bookings, decisions,
                took.toMillis() / 1000.0, worked.toMillis() / 1000.0);
    }
}
