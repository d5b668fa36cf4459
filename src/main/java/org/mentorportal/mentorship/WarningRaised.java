package org.mentorportal.mentorship;

import java.time.Instant;
import org.mentorportal.booking.BookingId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/** A no-show left a warning, or left it again. Published inside the command's transaction. */
public record WarningRaised(WarningId warning, EnrolmentId enrolment, BookingId booking, AccountId student, By by, Instant at) {
}
