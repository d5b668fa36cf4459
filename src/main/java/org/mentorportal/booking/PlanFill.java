package org.mentorportal.booking;

import java.time.LocalDate;
import java.util.List;
import org.mentorportal.shared.AccountId;

/**
 * A student's weekly plan over a period, of which only what is still to come is filled.
 *
 * @param purpose what the bookings that are made say they are for
 */
public record PlanFill(AccountId student, List<PlannedTime> times, LocalDate first, LocalDate last, String purpose) {

    public PlanFill {
        times = List.copyOf(times);
    }
}
