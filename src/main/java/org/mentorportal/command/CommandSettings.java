package org.mentorportal.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code portal.command.*}. The lock and statement timeouts under the same prefix are set on each database connection.
 *
 * @param atOnce         attempts at the same time; fewer than the pool has connections, so that some are left to read with
 * @param budget         for a whole command with its retries; no try is begun after it
 * @param tries          attempts in all
 * @param backoff        before the second attempt, doubled for each further one, with jitter
 * @param longestBackoff upper bound of one pause, jitter included
 * @param receiptAge     how long a command key is good for the same answer; after it the key starts afresh
 * @param perMinute      most commands of one student a minute
 * @param perMinuteStaff most commands of anybody else a minute: they decide about many at once
 */
@ConfigurationProperties("portal.command")
record CommandSettings(int atOnce, Duration budget, int tries, Duration backoff, Duration longestBackoff, Duration receiptAge, int perMinute,
                       int perMinuteStaff) {

    /** Between half and the whole of the doubled backoff, so that those who collided do not meet again. */
    Duration pauseAfter(int attempt, double random) {
        long doubled = backoff.toMillis() << Math.min(attempt - 1, 20);
        return Duration.ofMillis((long) (Math.min(doubled, longestBackoff.toMillis()) * (0.5 + random / 2)));
    }
}
