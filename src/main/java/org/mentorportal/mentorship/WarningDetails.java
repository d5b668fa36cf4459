package org.mentorportal.mentorship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.ServiceInfo;

/**
 * What a no-show left on an enrolment.
 *
 * @param raisedBy   who marked the no-show
 * @param ledTo      the reprobation for which it counted, or null
 * @param answer     what the mentee says to it, or null
 * @param answeredAt when they said so last
 */
public record WarningDetails(WarningId id, EnrolmentId enrolment, BookingId booking, ServiceInfo service, Instant start, Instant end,
                             State state, String raisedBy, Instant raisedAt, @Nullable SuspensionId ledTo, @Nullable String answer,
                             @Nullable Instant answeredAt, int version) {

    /** What it still means. */
    public enum State {
        COUNTS,
        /** From before a reactivation: it stays visible and no longer counts. */
        SETTLED,
        /** The no-show was taken back. */
        WITHDRAWN
    }
}
