package org.mentorportal.booking;

import java.util.List;
import java.util.Optional;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of an action on one booking. */
public sealed interface BookingOutcome extends Outcome {

    /** It was done now, or by an earlier sending of the same command: then as it was at the time, with today's words. */
    record Done(BookingDetails booking) implements BookingOutcome {
    }

    /** It was so already: the same booking, and nothing changed. */
    record AlreadySo(BookingDetails booking) implements BookingOutcome {
    }

    /**
     * Somebody changed the booking since the person looked at it, and nothing was done.
     *
     * @param current how it is now
     * @param since   what was changed, the oldest first
     */
    record Stale(BookingDetails current, List<BookingChange> since) implements BookingOutcome {
    }

    /** @param nearestFree for a slot that was lost: up to three others, the nearest in time first */
    record NotDone(Refused why, List<Slot> nearestFree) implements BookingOutcome {

        public NotDone(Refused why) {
            this(why, List.of());
        }
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Done);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case NotDone no -> Optional.of(no.why);
            case Stale stale -> Optional.of(Refused.because(BookingRuleId.STALE));
            case Done done -> Optional.empty();
            case AlreadySo already -> Optional.empty();
        };
    }
}
