package org.mentorportal.booking;

import java.util.List;

/**
 * A booking with what a person needs in order to decide.
 *
 * @param sameWeek of a request: the student's other active bookings of that week, by start
 */
public record PendingRequest(BookingDetails booking, List<BookingDetails> sameWeek) {

    public PendingRequest {
        sameWeek = List.copyOf(sameWeek);
    }
}
