package org.mentorportal.mentorship;

import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * What a mentee says to a no-show; the mentor decides. A second answer replaces the first.
 *
 * @param text at most 300 characters
 */
public record AnswerNoShow(WarningId warning, String text) implements Command {

    public AnswerNoShow {
        text = PlainText.of(text);
    }
}
