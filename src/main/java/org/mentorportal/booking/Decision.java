package org.mentorportal.booking;

import org.mentorportal.command.Command;

/** What a person may do with an existing booking. Reasons are the person's words. */
public sealed interface Decision extends Command {

    BookingId booking();

    String reason();

    /** @param reason needed from an admin, who acts on behalf of others; else empty */
    record Approve(BookingId booking, String reason) implements Decision {

        public Approve(BookingId booking) {
            this(booking, "");
        }

        @Override
        public String name() {
            return "ApproveBooking";
        }
    }

    record Reject(BookingId booking, String reason) implements Decision {

        @Override
        public String name() {
            return "RejectBooking";
        }
    }

    record Revoke(BookingId booking, String reason) implements Decision {

        @Override
        public String name() {
            return "RevokeBooking";
        }
    }

    /** @param reason needed from staff, not from the student */
    record Cancel(BookingId booking, String reason) implements Decision {

        @Override
        public String name() {
            return "CancelBooking";
        }
    }
}
