package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** E8: the waits between attempts. */
class CommandSettingsTest {

    private final CommandSettings settings = new CommandSettings(6, Duration.ofSeconds(8), 3, Duration.ofMillis(100), Duration.ofSeconds(1),
            Duration.ofHours(24), 30, 300);

    @Test
    void e8WaitsGrowByTheSettingWithJitterAndNeverBeyondTheLongest() {
        var random = new Random(1);
        for (int attempt = 1; attempt <= 70; attempt++) {
            long whole = Math.min(1000, 100L << Math.min(attempt - 1, 20));
            for (int n = 0; n < 100; n++) {
                assertThat(settings.pauseAfter(attempt, random.nextDouble()).toMillis()).isBetween(whole / 2, whole);
            }
        }
    }

    @Test
    void e8JitterSpreadsThoseWhoCollided() {
        assertThat(settings.pauseAfter(1, 0)).isEqualTo(Duration.ofMillis(50));
        assertThat(settings.pauseAfter(1, 0.5)).isEqualTo(Duration.ofMillis(75));
        assertThat(settings.pauseAfter(2, 0)).isEqualTo(Duration.ofMillis(100));
        assertThat(settings.pauseAfter(5, 1)).isEqualTo(Duration.ofSeconds(1));
    }
}
