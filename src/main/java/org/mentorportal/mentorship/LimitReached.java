package org.mentorportal.mentorship;

import java.time.Instant;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/** A no-show came to the cycle's limit, or beyond it: the lead mentor is asked. Published inside the command's transaction. */
public record LimitReached(EnrolmentId enrolment, AccountId student, AccountId lead, By by, Instant at) {
}
