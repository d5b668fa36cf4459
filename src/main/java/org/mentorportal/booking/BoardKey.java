package org.mentorportal.booking;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.live.Topic;

/** One board: a resource in the week from {@code monday}, in the school's zone. */
public record BoardKey(ResourceId resource, LocalDate monday) {

    public static BoardKey of(ResourceId resource, LocalDate day) {
        return new BoardKey(resource, monday(day));
    }

    /** The Monday of the week of {@code day}. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Every board on which something from {@code from} until {@code to} shows. */
    static Set<BoardKey> touchedBy(ResourceId resource, Instant from, Instant to, ZoneId zone) {
        BoardKey first = of(resource, LocalDate.ofInstant(from, zone));
        BoardKey last = of(resource, LocalDate.ofInstant(to, zone));
        return first.monday.datesUntil(last.monday.plusDays(1), Period.ofWeeks(1))
                .map(monday -> new BoardKey(resource, monday)).collect(Collectors.toSet());
    }

    Topic topic() {
        return new Topic("board:" + resource + ":" + monday);
    }

    Instant from(ZoneId zone) {
        return monday.atStartOfDay(zone).toInstant();
    }

    Instant until(ZoneId zone) {
        return monday.plusWeeks(1).atStartOfDay(zone).toInstant();
    }
}
