package org.mentorportal.session;

import org.mentorportal.booking.BookingId;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * Takes a mark back.
 *
 * @param reason needed from an admin, who does it on the mentor's behalf; at most 300 characters
 */
public record ResetAttendance(BookingId booking, String reason) implements Command {

    public ResetAttendance {
        reason = PlainText.of(reason);
    }
}
