package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.StoredRule;

class StoredRulesCheckTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void keptRulesAreListedByName() {
        boolean kept = StoredRulesCheck.report(List.of(rule("uq_b"), rule("ex_a")), out);

        assertThat(kept).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8).lines()).containsExactly("ok     ex_a", "ok     uq_b");
    }

    @Test
    void everyFaultIsALineAndTheCheckFails() {
        boolean kept = StoredRulesCheck.report(List.of(rule("ex_a", "bookings 1 and 2", "bookings 3 and 4"), rule("uq_b")), out);

        assertThat(kept).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("FAULT  ex_a  bookings 1 and 2", "FAULT  ex_a  bookings 3 and 4", "ok     uq_b");
    }

    private static StoredRule rule(String name, String... faults) {
        return new StoredRule() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<String> faults() {
                return List.of(faults);
            }
        };
    }
}
