package org.mentorportal.booking;

import org.mentorportal.command.Command;

/**
 * New details for a booking; its time and its status stay.
 *
 * @param version the version that the person had before them when they began to write
 */
public record EditBooking(BookingId booking, int version, String purpose, int players, String contact) implements Command {

    public EditBooking {
        purpose = purpose.strip();
        contact = contact.strip();
    }
}
