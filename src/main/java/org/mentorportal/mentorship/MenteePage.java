package org.mentorportal.mentorship;

import java.util.List;
import org.mentorportal.booking.BookingDetails;

/**
 * Everything about one enrolment.
 *
 * @param plan     what the mentee is to have every week, by weekday and time
 * @param history  every booking of the cycle's days and services, the latest first
 * @param warnings the latest first
 * @param held     what the suspension that holds cancelled and would come back, by start; the mentee may give each up
 * @param past     suspensions that ended, the latest first
 */
public record MenteePage(EnrolmentDetails enrolment, List<PlanEntry> plan, List<MenteeBooking> history, List<WarningDetails> warnings,
                         List<BookingDetails> held, List<PastSuspension> past) {

    public MenteePage {
        plan = List.copyOf(plan);
        history = List.copyOf(history);
        warnings = List.copyOf(warnings);
        held = List.copyOf(held);
        past = List.copyOf(past);
    }
}
