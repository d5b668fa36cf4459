package org.mentorportal.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A weekly window by the school's wall clock.
 *
 * @param validUntil the last day on which it holds; null = until further notice
 */
public record Hours(DayOfWeek weekday, LocalTime opens, LocalTime closes, LocalDate validFrom, @Nullable LocalDate validUntil) {

    private static final Comparator<Hours> IN_ORDER = Comparator.comparing(Hours::weekday).thenComparing(Hours::opens)
            .thenComparing(Hours::closes).thenComparing(Hours::validFrom)
            .thenComparing(Hours::validUntil, Comparator.nullsLast(Comparator.naturalOrder()));

    /** By weekday and time, so that the same hours are equal however they were written down. */
    static List<Hours> inOrder(Collection<Hours> hours) {
        return hours.stream().sorted(IN_ORDER).toList();
    }

    boolean holdOn(LocalDate day) {
        return day.getDayOfWeek() == weekday && !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    boolean overlaps(Hours other) {
        return weekday == other.weekday && opens.isBefore(other.closes) && other.opens.isBefore(closes)
                && !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(Hours other) {
        return validUntil != null && validUntil.isBefore(other.validFrom);
    }
}
