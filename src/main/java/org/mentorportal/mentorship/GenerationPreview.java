package org.mentorportal.mentorship;

import java.time.LocalDate;
import java.util.List;
import org.mentorportal.booking.RestoreLine;

/**
 * What filling the plan for a period would make, what not and why, by start.
 *
 * @param from the first day that would be filled: never before today or the cycle
 * @param to   the last one: never after the cycle
 */
public record GenerationPreview(EnrolmentDetails enrolment, LocalDate from, LocalDate to, List<RestoreLine> lines) {

    public GenerationPreview {
        lines = List.copyOf(lines);
    }
}
