package org.mentorportal.booking;

import java.util.List;
import org.mentorportal.shared.Actor;

/**
 * A request with what a person needs in order to decide.
 *
 * @param sameWeek the student's other active bookings of that week, by start
 */
public record PendingRequest(BookingDetails booking, List<BookingDetails> sameWeek) {

    /** Whether it waits for this person first of all, and not for somebody's mentor whom they could stand in for. */
    public boolean isFirstFor(Actor person) {
        return ApprovalService.isFirstFor(person, booking.service());
    }
}
