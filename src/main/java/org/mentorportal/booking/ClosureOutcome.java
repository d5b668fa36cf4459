package org.mentorportal.booking;

import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

public sealed interface ClosureOutcome extends Outcome {

    /** @param cancelled the bookings that it cancelled, by start; what a preview listed may have changed since */
    record Closed(ClosureInfo closure, List<BookingDetails> cancelled) implements ClosureOutcome {
    }

    /** @param lines what became of the bookings that it had cancelled, by start; empty if they were not to come back */
    record Lifted(ClosureInfo closure, List<RestoreLine> lines) implements ClosureOutcome {
    }

    /** Somebody lifted it before. */
    record AlreadyLifted() implements ClosureOutcome {
    }

    record NotDone(Refused why) implements ClosureOutcome {
    }

    @Override
    default boolean changedNothing() {
        return this instanceof NotDone || this instanceof AlreadyLifted;
    }

    @Override
    default Optional<Refused> refusal() {
        return this instanceof NotDone(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
