package org.mentorportal.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoModeTest {

    private static final boolean EMBEDDED = false;
    private static final boolean EXTERNAL = true;

    @Test
    void theEmbeddedDatabaseGetsTheDemoSchoolByItself() {
        assertThat(DemoMode.AUTO.allowedOn(EMBEDDED, false)).isTrue();
        assertThat(DemoMode.FORCE.allowedOn(EMBEDDED, false)).isTrue();
    }

    @Test
    void anExternalDatabaseGetsItOnlyByName() {
        assertThat(Stream.of(DemoMode.values()).filter(mode -> mode.allowedOn(EXTERNAL, false))).containsExactly(DemoMode.FORCE);
    }

    @Test
    void offIsOff() {
        assertThat(DemoMode.OFF.allowedOn(EMBEDDED, false)).isFalse();
        assertThat(DemoMode.OFF.allowedOn(EXTERNAL, false)).isFalse();
    }

    @Test
    void aCheckWritesNothing() {
        assertThat(DemoMode.values()).noneMatch(mode -> mode.allowedOn(EMBEDDED, true) || mode.allowedOn(EXTERNAL, true));
    }
}
