package org.mentorportal.mentorship;

import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * The lead mentor was asked at the limit and says no; the next no-show asks again.
 *
 * @param reason may be empty
 */
public record DeclineReprobation(EnrolmentId enrolment, String reason) implements Command {

    public DeclineReprobation {
        reason = PlainText.of(reason);
    }
}
