package org.mentorportal.mentorship;

import java.time.Instant;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/** Bookings were made from a mentee's plan; they are no news of their own. Published inside the command's transaction. */
public record PlanFilled(EnrolmentId enrolment, AccountId student, By by, Instant at) {
}
