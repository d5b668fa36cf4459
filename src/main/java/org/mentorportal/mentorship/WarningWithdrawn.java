package org.mentorportal.mentorship;

import java.time.Instant;
import org.mentorportal.booking.BookingId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/** The no-show was taken back, and its warning with it. Published inside the command's transaction. */
public record WarningWithdrawn(WarningId warning, EnrolmentId enrolment, BookingId booking, AccountId student, By by, Instant at) {
}
