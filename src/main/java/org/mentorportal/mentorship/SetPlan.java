package org.mentorportal.mentorship;

import java.util.Comparator;
import java.util.List;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.command.Command;

/**
 * The whole weekly plan as it is to be from now on; bookings that exist stay as they are.
 *
 * @param version the enrolment's version that the person had before them
 */
public record SetPlan(EnrolmentId enrolment, int version, List<PlannedTime> times) implements Command {

    private static final Comparator<PlannedTime> IN_ORDER = Comparator.comparing(PlannedTime::weekday).thenComparing(PlannedTime::time)
            .thenComparing(time -> time.service().value());

    /** By weekday and time, each once, so that the same plan is equal however it was written down. */
    public SetPlan {
        times = inOrder(times);
    }

    static List<PlannedTime> inOrder(List<PlannedTime> times) {
        return times.stream().distinct().sorted(IN_ORDER).toList();
    }
}
