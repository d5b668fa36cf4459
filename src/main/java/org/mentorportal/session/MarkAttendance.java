package org.mentorportal.session;

import org.mentorportal.booking.BookingId;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * What became of a booking.
 *
 * @param reason needed from an admin, who marks on the mentor's behalf; at most 300 characters
 */
public record MarkAttendance(BookingId booking, Mark mark, String reason) implements Command {

    public MarkAttendance {
        reason = PlainText.of(reason);
    }
}
