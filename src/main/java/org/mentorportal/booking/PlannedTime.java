package org.mentorportal.booking;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.mentorportal.catalogue.ServiceId;

/** One time of a weekly plan, by the school's wall clock. */
public record PlannedTime(ServiceId service, DayOfWeek weekday, LocalTime time) {
}
