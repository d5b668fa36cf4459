package org.mentorportal.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A weekly window by the school's wall clock.
 *
 * @param validUntil the last day on which it holds; null = until further notice
 */
public record Hours(DayOfWeek weekday, LocalTime opens, LocalTime closes, LocalDate validFrom, @Nullable LocalDate validUntil) {

    boolean holdOn(LocalDate day) {
        return day.getDayOfWeek() == weekday && !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }
}
