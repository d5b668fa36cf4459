package org.mentorportal.mentorship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.HoldId;
import org.mentorportal.shared.Role;

/**
 * A pause of an enrolment, as its mentee and its mentors see it.
 *
 * @param reason    null if the mentee gave none for their own unsubscribing
 * @param begunBy   who began it
 * @param begunRole in which role; STUDENT for the mentee themselves
 * @param endedBy   who ended it, and when; null while it holds
 */
public record SuspensionDetails(SuspensionId id, HoldId hold, SuspensionKind kind, @Nullable String reason, String begunBy, Role begunRole,
                                Instant since, @Nullable String endedBy, @Nullable Instant endedAt) {

    public boolean byTheMentee() {
        return begunRole == Role.STUDENT;
    }
}
