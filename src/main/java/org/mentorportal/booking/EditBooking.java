package org.mentorportal.booking;

import org.jspecify.annotations.Nullable;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * New details for a booking; its time and its status stay, and so does what is null here.
 *
 * @param version the version that the person had before them when they began to write
 */
public record EditBooking(BookingId booking, int version, @Nullable String purpose, @Nullable Integer players,
                          @Nullable String contact) implements Command {

    public EditBooking {
        purpose = purpose == null ? null : PlainText.of(purpose);
        contact = contact == null ? null : PlainText.of(contact);
    }
}
