package org.mentorportal.booking;

import java.time.Instant;
import org.mentorportal.shared.Refused;

/** What a slot is to one viewer; a grid says each in words. */
public sealed interface SlotState {

    /** @param seatsLeft at least 1 */
    record Free(int seatsLeft) implements SlotState {
    }

    /** The viewer's own booking. */
    record Yours(BookingStatus status, boolean begun) implements SlotState {

        Yours(OwnBooking booking, Instant now) {
            this(booking.status(), !now.isBefore(booking.start()));
        }
    }

    record Unavailable(Refused why) implements SlotState {
    }
}
