package org.mentorportal.booking;

import java.time.Instant;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.PlainText;

/** A mentor or an admin books a slot for a student; see {@link RequestBooking} for the details. */
public record BookForStudent(AccountId student, ServiceId service, Instant start, String purpose, int players, String contact)
        implements Command {

    public BookForStudent {
        purpose = PlainText.of(purpose);
        contact = PlainText.of(contact);
    }
}
