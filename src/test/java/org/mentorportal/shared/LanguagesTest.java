package org.mentorportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "es-MX", "ES", "de, es;q=0.8, en;q=0.5", "ca-ES,ca;q=0.9,es;q=0.8"})
    void whoPrefersSpanishIsSpokenToInSpanish(String accepted) {
        assertThat(Languages.of(null, accepted)).isEqualTo(Languages.SPANISH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB,en;q=0.9,es;q=0.8", "de-DE", "*", "", "es;q=0, en", ";;;"})
    void everybodyElseInEnglish(String accepted) {
        assertThat(Languages.of(null, accepted)).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void whoSaysNothingOrFarTooMuchIsSpokenToInEnglish() {
        assertThat(Languages.of(null, null)).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.of(null, "es," + "x-y,".repeat(50))).isEqualTo(Languages.ENGLISH);
    }

    @Test
    void whatWasChosenComesBeforeWhatTheBrowserAsksFor() {
        assertThat(Languages.of("es", "en")).isEqualTo(Languages.SPANISH);
        assertThat(Languages.of("en", "es")).isEqualTo(Languages.ENGLISH);
        assertThat(Languages.of("<script>", "es")).isEqualTo(Languages.SPANISH);
    }
}
