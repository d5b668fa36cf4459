package org.mentorportal.mentorship;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.mentorportal.catalogue.ServiceInfo;

/** @param time of the school's wall clock */
public record PlanEntry(ServiceInfo service, DayOfWeek weekday, LocalTime time) {
}
