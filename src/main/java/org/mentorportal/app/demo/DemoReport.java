package org.mentorportal.app.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * What was loaded.
 *
 * @param at       where the walk ended: everything happened before
 * @param bookings those that were had, without the requests that were refused
 */
record DemoReport(Instant at, int accounts, int services, int bookings, int decisions, Duration took) {

    @Override
    public String toString() {
        return "%d accounts, %d services, %d bookings, %d decisions in %.1f s".formatted(accounts, services, bookings, decisions,
                took.toMillis() / 1000.0);
    }
}
