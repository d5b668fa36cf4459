package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * Moves a booking to another slot of its service, in one step.
 *
 * @param reason  needed from staff; the student reads it
 * @param version moved only if the booking still has this version; null = whatever it is
 */
public record RescheduleBooking(BookingId booking, Instant start, String reason, @Nullable Integer version) implements Command {

    public RescheduleBooking {
        reason = PlainText.of(reason);
    }
}
