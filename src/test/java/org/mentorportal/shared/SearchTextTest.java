package org.mentorportal.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void accentsAndCapitalsAreNotAsked() {
        assertThat(SearchText.isIn("Étienne Peña", "etienne pena")).isTrue();
        assertThat(SearchText.isIn("Bao Trịnh", "TRINH")).isTrue();
        assertThat(SearchText.isIn("Etienne", " étienne ")).isTrue();
        assertThat(SearchText.isIn("Etienne", "")).isTrue();
        assertThat(SearchText.isIn("Étienne", "ettienne")).isFalse();
    }

    @Test
    void whatIsTypedIsNoPattern() {
        assertThat(LikePattern.containing("É_%\\")).isEqualTo("%e\\_\\%\\\\%");
    }
}
