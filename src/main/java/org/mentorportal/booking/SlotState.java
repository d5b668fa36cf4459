package org.mentorportal.booking;

import java.time.Instant;
import org.mentorportal.shared.Refused;

/** What a slot is to one viewer; a grid says each in words. */
public sealed interface SlotState {

    /** @param seatsLeft at least 1 */
    record Free(int seatsLeft) implements SlotState {
    }

    /**
     * The viewer's own booking.
     *
     * @param cancelUntil until when they may cancel or move it
     */
    record Yours(BookingId booking, BookingStatus status, boolean begun, Instant cancelUntil) implements SlotState {

        Yours(OwnBooking booking, Instant now) {
            this(booking.id(), booking.status(), !now.isBefore(booking.start()),
                    BookingRules.cancelUntil(booking.service(), booking.start()));
        }
    }

    record Unavailable(Refused why) implements SlotState {
    }
}
