package org.mentorportal.booking;

import java.util.List;
import org.mentorportal.catalogue.Approval;

/**
 * A request with what a person needs in order to decide.
 *
 * @param sameWeek the student's other active bookings of that week, by start
 * @param decider  whose decision it is first of all
 */
public record PendingRequest(BookingDetails booking, List<BookingDetails> sameWeek, Approval decider) {
}
