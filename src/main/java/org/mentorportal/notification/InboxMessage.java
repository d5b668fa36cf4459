package org.mentorportal.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.EnrolmentId;

/**
 * A decision that somebody else made, as its person reads it.
 *
 * @param about     the booking that it is about, or null
 * @param enrolment the enrolment that it is about, or null; one of both there is, of a no-show both
 */
public record InboxMessage(long id, InboxKind kind, @Nullable AboutBooking about, @Nullable AboutEnrolment enrolment, String sender,
                           @Nullable String reason, Instant sentAt, boolean unread) {

    public record AboutBooking(BookingId id, ServiceInfo service, Instant start, Instant end) {
    }

    public record AboutEnrolment(EnrolmentId id, String cycle, String student) {
    }

    public @Nullable BookingId booking() {
        return about == null ? null : about.id();
    }
}
