package org.mentorportal.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.Timing;

/**
 * The three services of a run, two of them on one ground, between them with every setting that a rule reads. All are open
 * every day from 9:00 to 12:00.
 */
enum Offer {
    /** Every limit. */
    COURT(Place.GROUND, Approval.PRINCIPAL, 1, Timing.of(60).withBuffers(0, 30).withNotice(120).withHorizon(5, LocalTime.of(8, 0)),
            Limits.none().withPerDay(1).withPerWeek(1).withCancelDeadline(180)),
    FIELD(Place.GROUND, Approval.AUTOMATIC, 1, Timing.of(90).withStep(30).withBuffers(15, 0), Limits.none().withAtOnce(2)),
    /** Two seats. */
    TALK(Place.MENTOR, Approval.MENTOR, 2, Timing.of(30).withBuffers(0, 10), Limits.none().withPerDay(2).withCancelDeadline(60));

    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(12, 0);
    static final int PLAYERS = 4;

    /** What can only be in one place at a time. */
    enum Place {
        GROUND, MENTOR
    }

    final Place place;
    final Approval approval;
    final int capacity;
    final Timing timing;
    final Limits limits;

    Offer(Place place, Approval approval, int capacity, Timing timing, Limits limits) {
        this.place = place;
        this.approval = approval;
        this.capacity = capacity;
        this.timing = timing;
        this.limits = limits;
    }

    /** The start of every slot of {@code day}, by the wall clock. */
    Stream<LocalTime> starts() {
        return Stream.iterate(OPENS, start -> start.plusMinutes(timing.step()))
                .takeWhile(start -> !start.plusMinutes(timing.duration()).isAfter(CLOSES));
    }

    boolean approvesItself(@Nullable Who staff) {
        return approval == Approval.AUTOMATIC || (approval == Approval.MENTOR && staff == Who.MENTOR);
    }

    boolean isOf(Who who) {
        return place == Place.MENTOR && who == Who.MENTOR;
    }

    Instant end(Instant start) {
        return later(start, timing.duration());
    }

    Instant occupiedFrom(Instant start) {
        return later(start, -timing.bufferBefore());
    }

    Instant occupiedTo(Instant start) {
        return later(end(start), timing.bufferAfter());
    }

    Instant opensAt(LocalDate day, ZoneId zone) {
        return day.minusDays(timing.horizon()).atTime(timing.opensAt()).atZone(zone).toInstant();
    }

    static Instant later(Instant moment, int minutes) {
        return moment.plus(Duration.ofMinutes(minutes));
    }
}
