package org.mentorportal.booking;

import java.time.Instant;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * A student asks for a slot.
 *
 * @param purpose what for, at most 300 characters
 * @param players how many come, at most the service's number
 * @param contact how to reach the student that day, at most 120 characters; may be empty
 */
public record RequestBooking(ServiceId service, Instant start, String purpose, int players, String contact) implements Command {

    public RequestBooking {
        purpose = PlainText.of(purpose);
        contact = PlainText.of(contact);
    }
}
