package org.mentorportal.notification;

import org.mentorportal.booking.BookingStatus;

/** What a message says happened to a booking. */
public enum InboxKind {
    BOOKING_APPROVED, BOOKING_REJECTED, BOOKING_REVOKED, BOOKING_CANCELLED;

    static InboxKind of(BookingStatus status) {
        return switch (status) {
            case APPROVED -> BOOKING_APPROVED;
            case REJECTED -> BOOKING_REJECTED;
            case REVOKED -> BOOKING_REVOKED;
            case CANCELLED -> BOOKING_CANCELLED;
            case PENDING -> throw new IllegalArgumentException("a request that waits is no decision");
        };
    }
}
