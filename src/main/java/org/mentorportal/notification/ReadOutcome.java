package org.mentorportal.notification;

import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of marking messages as read. */
public sealed interface ReadOutcome extends Outcome {

    /** @param messages how many were not read before */
    record Read(int messages) implements ReadOutcome {
    }

    record NotRead(Refused why) implements ReadOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Read(int messages)) || messages == 0;
    }

    @Override
    default Optional<Refused> refusal() {
        return this instanceof NotRead(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
