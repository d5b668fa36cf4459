package org.mentorportal.mentorship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/** Published inside the command's transaction; the bookings that it cancelled are no news of their own. */
public record EnrolmentSuspended(EnrolmentId enrolment, SuspensionId suspension, SuspensionKind kind, AccountId student, AccountId lead,
                                 @Nullable String reason, By by, Instant at) {
}
