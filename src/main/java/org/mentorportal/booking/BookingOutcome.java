package org.mentorportal.booking;

import java.util.List;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of an action on one booking. */
public sealed interface BookingOutcome extends Outcome {

    /** It was done now. */
    record Done(BookingDetails booking) implements BookingOutcome {
    }

    /** It was so already: the same booking, and nothing changed. */
    record AlreadySo(BookingDetails booking) implements BookingOutcome {
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
}
