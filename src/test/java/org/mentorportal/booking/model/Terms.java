package org.mentorportal.booking.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.Timing;

/** What a service is like for whoever asks for it now, with what follows from it for a slot. */
record Terms(Timing timing, int capacity, int players, Approval approval, Limits limits, List<Hours> hours) {

    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    static Terms of(EditService edit) {
        return new Terms(edit.timing(), edit.capacity(), edit.players(), edit.approval(), edit.limits(), edit.hours());
    }

    Terms with(Timing other) {
        return new Terms(other, capacity, players, approval, limits, hours);
    }

    Terms withSeats(int seats) {
        return new Terms(timing, seats, players, approval, limits, hours);
    }

    Terms withPlayers(int most) {
        return new Terms(timing, capacity, most, approval, limits, hours);
    }

    Terms with(Approval other) {
        return new Terms(timing, capacity, players, other, limits, hours);
    }

    Terms with(Limits other) {
        return new Terms(timing, capacity, players, approval, other, hours);
    }

    Terms with(List<Hours> other) {
        return new Terms(timing, capacity, players, approval, limits, other);
    }

    static List<Hours> hours(String opens, String closes, DayOfWeek... closed) {
        return Stream.of(DayOfWeek.values()).filter(day -> !List.of(closed).contains(day))
                .map(day -> new Hours(day, LocalTime.parse(opens), LocalTime.parse(closes), ALWAYS, null)).toList();
    }

    /** The start of every slot of such a day, by the wall clock. */
    Stream<LocalTime> starts(DayOfWeek day) {
        return hours.stream().filter(window -> window.weekday() == day)
                .flatMap(window -> Stream.iterate(window.opens(), start -> start.plusMinutes(timing.step()))
                        .takeWhile(start -> !start.plusMinutes(timing.duration()).isAfter(window.closes())));
    }

    boolean approvesItself(@Nullable Who staff) {
        return approval == Approval.AUTOMATIC || (approval == Approval.MENTOR && staff == Who.MENTOR);
    }

    boolean onePerDay() {
        return Integer.valueOf(1).equals(limits.perDay());
    }

    Instant end(Instant start) {
        return Offer.later(start, timing.duration());
    }

    Instant occupiedFrom(Instant start) {
        return Offer.later(start, -timing.bufferBefore());
    }

    Instant occupiedTo(Instant start) {
        return Offer.later(end(start), timing.bufferAfter());
    }

    Instant opensAt(LocalDate day, ZoneId zone) {
        return day.minusDays(timing.horizon()).atTime(timing.opensAt()).atZone(zone).toInstant();
    }
}
