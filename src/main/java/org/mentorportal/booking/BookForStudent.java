package org.mentorportal.booking;

import java.time.Instant;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;

/** A mentor or an admin books a slot for a student; see {@link RequestBooking} for the details. */
public record BookForStudent(AccountId student, ServiceId service, Instant start, String purpose, int players, String contact)
        implements Command {

    public BookForStudent {
        purpose = purpose.strip();
        contact = contact.strip();
    }
}
