package org.mentorportal.command.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** Under which key a screen sends a line again. */
class BeingCheckedTest {

    private record Answer(@Nullable CommandRule rule) implements Outcome {

        @Override
        public boolean changedNothing() {
            return rule != null;
        }

        @Override
        public Optional<Refused> refusal() {
            return Optional.ofNullable(rule).map(Refused::because);
        }
    }

    private final BeingChecked<String> lines = new BeingChecked<>();
    private final List<CommandKey> keys = new ArrayList<>();

    private void send(String choice, @Nullable CommandRule answered) {
        lines.send(choice, (one, key) -> {
            keys.add(key);
            return new Answer(answered);
        });
    }

    @Test
    void e6WhatIsBeingCheckedGoesAgainUnderItsKeyUntilItsAnswerIsKnown() {
        send("approve 1", CommandRule.BEING_CHECKED);
        send("approve 1", CommandRule.BEING_CHECKED);
        send("approve 1", null);
        send("approve 1", null);

        assertThat(keys.subList(0, 3)).extracting(CommandKey::value).containsOnly(keys.getFirst().value());
        assertThat(keys).extracting(CommandKey::firstSending).containsExactly(true, false, false, true);
        assertThat(keys.get(3).value()).as("known: what is pressed now is another intention").isNotEqualTo(keys.getFirst().value());
    }

    @Test
    void whateverElseIsSentHasAKeyOfItsOwn() {
        send("approve 1", CommandRule.BEING_CHECKED);
        send("approve 2", null);
        send("reject 1", CommandRule.BUSY);
        send("reject 1", null);

        assertThat(keys).extracting(CommandKey::value).doesNotHaveDuplicates();
        assertThat(keys).extracting(CommandKey::firstSending).containsOnly(true);
    }
}
