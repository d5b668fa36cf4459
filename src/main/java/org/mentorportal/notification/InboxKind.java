package org.mentorportal.notification;

import org.mentorportal.booking.BookingDecided;

/** What a message says happened to a booking or an enrolment. */
public enum InboxKind {
    BOOKING_APPROVED, BOOKING_REJECTED, BOOKING_REVOKED, BOOKING_CANCELLED, BOOKING_MADE, BOOKING_MOVED, BOOKING_EDITED, BOOKING_RESTORED,
    MENTEE_REPROBATED, MENTEE_UNSUBSCRIBED, MENTEE_REACTIVATED, MENTEE_RESUBSCRIBED, MENTEE_LEFT, MENTEE_PAUSED, MENTEE_CAME_BACK, PLAN_FILLED,
    NO_SHOW_WARNED, NO_SHOW_WITHDRAWN, NO_SHOW_ANSWERED, LIMIT_REACHED;

    static InboxKind of(BookingDecided change) {
        return switch (change.what()) {
            case BOOKED -> BOOKING_MADE;
            case MOVED -> BOOKING_MOVED;
            case EDITED -> BOOKING_EDITED;
            case RESTORED -> BOOKING_RESTORED;
            case DECIDED -> decision(change);
        };
    }

    private static InboxKind decision(BookingDecided change) {
        return switch (change.to()) {
            case APPROVED -> BOOKING_APPROVED;
            case REJECTED -> BOOKING_REJECTED;
            case REVOKED -> BOOKING_REVOKED;
            case CANCELLED -> BOOKING_CANCELLED;
            case PENDING -> throw new IllegalArgumentException("a request that waits is no decision");
        };
    }
}
