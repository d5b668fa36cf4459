package org.mentorportal.mentorship;

import java.time.LocalDate;
import org.mentorportal.command.Command;

/**
 * Fills the weekly plan.
 *
 * @param from the first day; what has begun is not filled
 * @param to   the last day
 */
public record GeneratePlan(EnrolmentId enrolment, LocalDate from, LocalDate to) implements Command {
}
