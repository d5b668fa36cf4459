package org.mentorportal.mentorship;

import java.time.Instant;
import org.mentorportal.booking.BookingId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/**
 * A no-show came to the cycle's limit, or beyond it: the lead mentor is asked. Published inside the command's transaction.
 *
 * @param booking that was missed
 */
public record LimitReached(EnrolmentId enrolment, BookingId booking, AccountId student, AccountId lead, By by, Instant at) {
}
