package org.mentorportal.mentorship;

import java.time.Instant;
import org.mentorportal.booking.BookingId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/**
 * A mentee said something to a no-show. Published inside the command's transaction.
 *
 * @param marker who marked it
 * @param lead   who decides
 */
public record NoShowAnswered(WarningId warning, EnrolmentId enrolment, BookingId booking, AccountId marker, AccountId lead, String text,
                             By by, Instant at) {
}
