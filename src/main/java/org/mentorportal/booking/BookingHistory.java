package org.mentorportal.booking;

import java.util.List;
import org.mentorportal.account.ChangeHistory;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingChange.BookingPart;
import org.springframework.stereotype.Component;

/** Who changed what of a booking, from the trail. */
@Component
class BookingHistory {

    private final ChangeHistory history;

    BookingHistory(ChangeHistory history) {
        this.history = history;
    }

    static Subject subject(BookingId booking) {
        return new Subject("booking", booking.value());
    }

    /** The changes after {@code version}, the oldest first. */
    List<BookingChange> since(BookingId booking, int version) {
        return history.since(subject(booking), version, BookingPart.STATUS, BookingChange::new);
    }
}
