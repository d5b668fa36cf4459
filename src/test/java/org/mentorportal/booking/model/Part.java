package org.mentorportal.booking.model;

import java.time.DayOfWeek;
import java.util.function.BinaryOperator;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.Timing;

/** What somebody makes other about a service, whatever else of it is other already. */
enum Part {
    AS_AT_FIRST((now, first) -> first),
    ONE_SEAT((now, first) -> now.withSeats(1)),
    THREE_SEATS((now, first) -> now.withSeats(3)),
    FEWER_PLAYERS((now, first) -> now.withPlayers(2)),
    /** Longer than the step, so that neighbours overlap. */
    LONGER((now, first) -> now.with(longer(first.timing()))),
    MORE_BUFFER((now, first) -> now.with(now.timing().withBuffers(30, 30))),
    NO_LIMITS((now, first) -> now.with(Limits.none())),
    ONE_PER_DAY((now, first) -> now.with(Limits.none().withPerDay(1).withCancelDeadline(300))),
    TWO_PER_DAY((now, first) -> now.with(Limits.none().withPerDay(2))),
    ONE_AT_ONCE((now, first) -> now.with(Limits.none().withAtOnce(1))),
    /** Too long for the first day. */
    LONG_NOTICE((now, first) -> now.with(now.timing().withNotice(900))),
    AUTOMATIC((now, first) -> now.with(Approval.AUTOMATIC)),
    BY_MENTOR((now, first) -> now.with(Approval.MENTOR)),
    BY_PRINCIPAL((now, first) -> now.with(Approval.PRINCIPAL)),
    SHORT_DAY((now, first) -> now.with(Terms.hours("10:00", "11:30"))),
    /** At other times, too. */
    LONG_DAY((now, first) -> now.with(Terms.hours("08:30", "13:00"))),
    NOT_ON_WEDNESDAY((now, first) -> now.with(Terms.hours("09:00", "12:00", DayOfWeek.WEDNESDAY)));

    private final BinaryOperator<Terms> change;

    Part(BinaryOperator<Terms> change) {
        this.change = change;
    }

    Terms changed(Terms now, Terms first) {
        return change.apply(now, first);
    }

    private static Timing longer(Timing timing) {
        return new Timing(timing.duration() + 30, timing.step(), timing.bufferBefore(), timing.bufferAfter(), timing.notice(),
                timing.horizon(), timing.opensAt());
    }
}
