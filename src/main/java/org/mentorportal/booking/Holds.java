package org.mentorportal.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a suspension does to bookings, and what ending it does: called by whoever suspends, inside their command. A preview
 * runs the same function and writes nothing.
 */
@Component
public class Holds {

    private static final Logger log = LoggerFactory.getLogger(Holds.class);

    private final BookingStore store;
    private final HeldBookings bookings;
    private final BookingReader reader;
    private final Cancellations cancellations;
    private final Restoring restoring;
    private final PlanFilling plans;
    private final HoldLines lines;

    Holds(BookingStore store, HeldBookings bookings, BookingReader reader, Cancellations cancellations, Restoring restoring,
          PlanFilling plans, HoldLines lines) {
        this.store = store;
        this.bookings = bookings;
        this.reader = reader;
        this.cancellations = cancellations;
        this.restoring = restoring;
        this.plans = plans;
        this.lines = lines;
    }

    /** A hold for a suspension that is about to begin. */
    @Transactional(propagation = Propagation.MANDATORY)
    public HoldId newHold() {
        return new HoldId(bookings.newHold("SUSPENSION"));
    }

    /** Keeps the list of a filling by itself, which undoes no hold, under a number of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public HoldId keepFilling(List<RestoreLine> done) {
        var list = new HoldId(bookings.newHold("PLAN"));
        lines.keep(list, done);
        return list;
    }

    /** What {@link #cancelFor} would cancel at {@code now}, by start. */
    @Transactional(readOnly = true)
    public List<BookingDetails> wouldCancel(HeldScope scope, Instant now) {
        return scope.services().isEmpty() ? List.of() : reader.details(bookings.findActive(scope.student().value(),
                List.of(scope.serviceNumbers()), now).stream().filter(booking -> isWithin(scope, booking)).toList()).stream()
                .filter(booking -> !scope.deadlineBinds() || booking.cancelUntil().isAfter(now)).toList();
    }

    private boolean isWithin(HeldScope scope, Booking booking) {
        var day = restoring.day(booking);
        return !day.isBefore(scope.first()) && !day.isAfter(scope.last());
    }

    /**
     * Cancels what is active in {@code scope} and has not begun; the caller holds the student's lock. Why is the suspension's own:
     * who sees a booking need not know.
     *
     * @return what it cancelled, by start
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<BookingDetails> cancelFor(HoldId hold, HeldScope scope, By by, CommandRun run) {
        List<BookingStore.Cancelled> cancelled = store.cancelFor(scope, hold, by.account(), run.at());
        log.debug("hold {} made, {} bookings cancelled", hold, cancelled.size());
        cancellations.announce(cancelled, "", Map.of("hold", hold.value()), by, run);
        return heldBy(hold);
    }

    /** Everything that {@code hold} ever cancelled, whatever became of it since, by start. */
    @Transactional(readOnly = true)
    public List<BookingDetails> cancelledBy(HoldId hold) {
        return reader.details(bookings.findAllThatWereHeldBy(hold.value()));
    }

    /** What {@code hold} cancelled and still holds, by start. */
    @Transactional(readOnly = true)
    public List<BookingDetails> heldBy(HoldId hold) {
        return reader.details(bookings.findAllByHoldIdOrderByStartsAtAscId(hold.value()));
    }

    /** The resources that {@link #restore} needs exclusive: what a hold holds only ever becomes less. */
    @Transactional(readOnly = true)
    public List<ResourceId> resourcesOf(HoldId hold) {
        return bookings.findAllByHoldIdOrderByStartsAtAscId(hold.value()).stream().map(Booking::resource).distinct().toList();
    }

    /** What {@link #restore} would do at {@code now}, by start. */
    @Transactional(readOnly = true)
    public List<RestoreLine> restorable(HoldId hold, By by, Instant now) {
        return restoring.preview(hold, by, now).lines();
    }

    /** What {@link #restore}, and {@link #fill} after it, would do; each by start. */
    public record Foreseen(List<RestoreLine> restored, List<RestoreLine> filled) {
    }

    @Transactional(readOnly = true)
    public Foreseen restorableAndFillable(HoldId hold, PlanFill fill, By by, Instant now) {
        Restoring.Preview back = restoring.preview(hold, by, now);
        return new Foreseen(back.lines(), plans.preview(fill, by, hold, back.granted(), now));
    }

    /**
     * Brings back what {@code hold} cancelled and can come back; the rest stays cancelled, and is no error. The caller holds the
     * students, and the {@linkplain #resourcesOf resources}, exclusive.
     *
     * @return a line for each booking that it held or that was given up, by start
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RestoreLine> restore(HoldId hold, By by, CommandRun run) {
        List<RestoreLine> lines = restoring.restored(hold, by, run);
        log.debug("hold {} undone, {} of {} back", hold, booked(lines), lines.size());
        return lines;
    }

    /** What {@link #fill} would do at {@code now}, by start, where no hold is undone. */
    @Transactional(readOnly = true)
    public List<RestoreLine> fillable(PlanFill fill, By by, Instant now) {
        return plans.preview(fill, by, null, List.of(), now);
    }

    /** Makes the plan's bookings where the student has none of that service that day; the caller holds the student's lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<RestoreLine> fill(@Nullable HoldId undoing, PlanFill fill, By by, CommandRun run) {
        List<RestoreLine> lines = plans.filled(fill, by, undoing, run);
        log.debug("plan filled, {} of {} made", booked(lines), lines.size());
        return lines;
    }

    private static long booked(List<RestoreLine> lines) {
        return lines.stream().filter(line -> line.verdict().isBooked()).count();
    }

    /** Keeps what undoing {@code hold} did, so that everybody concerned can read it, and a repeat has the same answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(HoldId hold, List<RestoreLine> done) {
        lines.keep(hold, done);
    }

    /** What undoing {@code hold} did, as it was kept; empty while it holds. */
    @Transactional(readOnly = true)
    public List<RestoreLine> linesOf(HoldId hold) {
        return lines.of(hold);
    }
}
