package org.mentorportal.mentorship;

import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of a mentee's answer to a no-show. */
public sealed interface AnswerOutcome extends Outcome {

    record Answered(WarningDetails warning) implements AnswerOutcome {
    }

    /** That was the answer already, and nothing changed. */
    record AlreadySo(WarningDetails warning) implements AnswerOutcome {
    }

    record NotDone(Refused why) implements AnswerOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Answered);
    }

    @Override
    default Optional<Refused> refusal() {
        return this instanceof NotDone(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
