package org.mentorportal.mentorship;

import java.time.Instant;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/**
 * A suspension ended, of either kind. Published inside the command's transaction; the bookings that came back or were made
 * are no news of their own.
 */
public record EnrolmentReactivated(EnrolmentId enrolment, SuspensionId suspension, SuspensionKind kind, AccountId student, AccountId lead,
                                   By by, Instant at) {
}
