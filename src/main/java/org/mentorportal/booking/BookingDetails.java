package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.AccountId;

/**
 * A booking as its people see it.
 *
 * @param bookedBy  who booked or moved it for the student; null if they did themselves
 * @param decidedBy who approved, rejected, revoked or cancelled it last; null if nobody did (automatic approval)
 * @param decidedAt when; null while it waits
 * @param lapsed    it still waits, but its start has passed
 * @param meeting   where its people meet; null while it is not approved
 */
public record BookingDetails(BookingId id, ServiceInfo service, AccountId student, String studentName, Instant start,
                             Instant end, BookingStatus status, String purpose, int players, String contact,
                             @Nullable String bookedBy, Instant requestedAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
                             @Nullable String reason, boolean lapsed, @Nullable Meeting meeting, int version) {

    /** Until when the student may cancel or move it; staff may until the start, with a reason. */
    public Instant cancelUntil() {
        return BookingRules.cancelUntil(service, start);
    }

    /** For those who see the booking and have no part in it. */
    BookingDetails withoutMeeting() {
        return new BookingDetails(id, service, student, studentName, start, end, status, purpose, players, contact, bookedBy, requestedAt,
                decidedBy, decidedAt, reason, lapsed, null, version);
    }
}
