package org.mentorportal.mentorship.ui;

import java.util.List;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.RestoreLine;

/**
 * What the decisions that a person may take about an enrolment would do now.
 *
 * @param cancelled by suspending
 * @param back      by ending the suspension that holds
 */
record WhatIf(List<BookingDetails> cancelled, List<RestoreLine> back) {

    WhatIf {
        cancelled = List.copyOf(cancelled);
        back = List.copyOf(back);
    }

    /** How many bookings there are afterwards that are not there now. */
    static int booked(List<RestoreLine> lines) {
        return (int) lines.stream().filter(line -> line.verdict().isBooked()).count();
    }
}
