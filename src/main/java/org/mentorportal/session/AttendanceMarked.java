package org.mentorportal.session;

import java.time.Instant;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/**
 * A person marked a student's attendance. Published inside the command's transaction, after the row was changed; the
 * command holds the student's lock.
 *
 * @param start of the session
 */
public record AttendanceMarked(BookingId booking, ReservationId reservation, AccountId student, ServiceId service, Instant start,
                               Mark mark, By by, CommandRun run) {
}
