package org.mentorportal.booking;

import org.jspecify.annotations.Nullable;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/** What a person may decide about an existing booking. Reasons are the person's words. */
public sealed interface Decision extends Command {

    BookingId booking();

    String reason();

    /** Decided only if the booking still has this version; null = whatever it is. */
    @Nullable Integer version();

    @Override
    default String name() {
        return getClass().getSimpleName() + "Booking";
    }

    /** @param reason needed from an admin, who acts on behalf of others; else empty */
    record Approve(BookingId booking, String reason, @Nullable Integer version) implements Decision {

        public Approve {
            reason = PlainText.of(reason);
        }

        public Approve(BookingId booking, String reason) {
            this(booking, reason, null);
        }

        public Approve(BookingId booking) {
            this(booking, "");
        }
    }

    record Reject(BookingId booking, String reason, @Nullable Integer version) implements Decision {

        public Reject {
            reason = PlainText.of(reason);
        }

        public Reject(BookingId booking, String reason) {
            this(booking, reason, null);
        }
    }

    record Revoke(BookingId booking, String reason, @Nullable Integer version) implements Decision {

        public Revoke {
            reason = PlainText.of(reason);
        }

        public Revoke(BookingId booking, String reason) {
            this(booking, reason, null);
        }
    }

    /** @param reason needed from staff, not from the student */
    record Cancel(BookingId booking, String reason, @Nullable Integer version) implements Decision {

        public Cancel {
            reason = PlainText.of(reason);
        }

        public Cancel(BookingId booking, String reason) {
            this(booking, reason, null);
        }
    }
}
