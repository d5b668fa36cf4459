package org.mentorportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** X28: what cannot be seen is left out before anything is stored, compared or logged. */
class PlainTextTest {

    @Test
    void x28UnseenCharactersAreLeftOut() {
        assertThat(PlainText.of("team\0 prac\rtice\u0007")).isEqualTo("team practice");
        assertThat(PlainText.of("a\u202Eb\u200Bc\uFEFF")).isEqualTo("abc");
        assertThat(PlainText.of("\uD800x\uDC00")).isEqualTo("x");
        assertThat(PlainText.of(" \u200B\u202E ")).as("nothing to see").isEmpty();
    }

    @Test
    void whatPeopleWriteStays() {
        String written = "Fútbol – 5 a 5 😀\nwith Zoë O'Brien 👩‍🏫 日本";
        assertThat(PlainText.of(written)).isEqualTo(written);
    }
}
