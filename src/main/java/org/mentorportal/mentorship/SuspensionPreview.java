package org.mentorportal.mentorship;

import java.util.List;
import org.mentorportal.booking.BookingDetails;

/** @param bookings what the suspension would cancel now, by start */
public record SuspensionPreview(EnrolmentDetails enrolment, List<BookingDetails> bookings) {

    public SuspensionPreview {
        bookings = List.copyOf(bookings);
    }
}
