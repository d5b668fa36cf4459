package org.mentorportal.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mentorportal.catalogue.Slot;

/** Which slots are the nearest in time to another: what everybody is offered instead of a slot that is not to be had. */
public final class Nearest {

    static final int COUNT = 3;

    private Nearest() {
    }

    /** The three of {@code slots} nearest to {@code start}, by start. */
    public static List<Slot> of(Stream<Slot> slots, Instant start) {
        return slots.sorted(Comparator.comparing(slot -> away(slot, start)))
                .limit(COUNT).sorted(Comparator.comparing(Slot::start)).toList();
    }

    /** Whether no slot of another week could be nearer: {@code ofTheWeek} are three, and none is further away than the week goes on. */
    public static boolean isEnough(List<Slot> ofTheWeek, Instant start, ZoneId zone) {
        LocalDate monday = BoardKey.monday(LocalDate.ofInstant(start, zone));
        Instant from = monday.atStartOfDay(zone).toInstant();
        Instant until = monday.plusWeeks(1).atStartOfDay(zone).toInstant();
        return ofTheWeek.size() == COUNT && ofTheWeek.stream().map(slot -> away(slot, start))
                .noneMatch(away -> start.minus(away).isBefore(from) || !start.plus(away).isBefore(until));
    }

    static Duration away(Slot slot, Instant start) {
        return Duration.between(start, slot.start()).abs();
    }
}
