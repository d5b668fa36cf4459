package org.mentorportal.trail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;

/** X19, ASVS V1.2.10. */
class CsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(1)", "+1", "-1", "@sum", "\t=1", "\0x"})
    void v1210x19CellThatBeginsLikeAFormulaGetsAQuote(String text) {
        assertThat(Csv.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void v1210x19CarriageReturnGetsAQuoteWithinQuotes() {
        assertThat(Csv.cell("\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(Csv.cell("=\"a\",b")).isEqualTo("\"'=\"\"a\"\",b\"");
    }

    @Test
    void everythingElseIsLeftAsItIs() {
        assertThat(Csv.line("Ana Ruiz", "a = b", "", "one, two", "she said \"no\"", "two\nlines"))
                .isEqualTo("Ana Ruiz,a = b,,\"one, two\",\"she said \"\"no\"\"\",\"two\nlines\"\r\n");
    }
}
