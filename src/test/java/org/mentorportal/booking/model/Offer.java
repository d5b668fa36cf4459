package org.mentorportal.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.Timing;

/**
 * The three services of a run, two of them on one ground, between them with every setting that a rule reads. At first, all
 * are open every day from 9:00 to 12:00.
 */
enum Offer {
    /** Every limit. */
    COURT(Place.GROUND, Approval.PRINCIPAL, 1, Timing.of(60).withBuffers(0, 30).withNotice(120).withHorizon(5, LocalTime.of(8, 0)),
            Limits.none().withPerDay(1).withPerWeek(1).withCancelDeadline(180)),
    FIELD(Place.GROUND, Approval.AUTOMATIC, 1, Timing.of(90).withStep(30).withBuffers(15, 0), Limits.none().withAtOnce(2)),
    /** Two seats. */
    TALK(Place.MENTOR, Approval.MENTOR, 2, Timing.of(30).withBuffers(0, 10), Limits.none().withPerDay(2).withCancelDeadline(60));

    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final int PLAYERS = 4;

    /** What can only be in one place at a time. */
    enum Place {
        GROUND, MENTOR
    }

    final Place place;
    /** What every run begins with. */
    final Terms first;

    Offer(Place place, Approval approval, int capacity, Timing timing, Limits limits) {
        this.place = place;
        this.first = new Terms(timing, capacity, PLAYERS, approval, limits, Terms.hours("09:00", "12:00"));
    }

    boolean isOf(Who who) {
        return place == Place.MENTOR && who == Who.MENTOR;
    }

    static Instant later(Instant moment, int minutes) {
        return moment.plus(Duration.ofMinutes(minutes));
    }
}
