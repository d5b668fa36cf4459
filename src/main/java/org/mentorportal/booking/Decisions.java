package org.mentorportal.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How every decision about a booking goes once its row is locked: change, write down, tell. They differ in who may and in the verb. */
@Component
class Decisions {

    private static final Logger log = LoggerFactory.getLogger(Decisions.class);

    private final LockedBooking locked;
    private final BookingRepository bookings;
    private final BookingReader reader;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;

    Decisions(LockedBooking locked, BookingRepository bookings, BookingReader reader, AuditTrail trail, BookingChanges changes,
              ApplicationEventPublisher events) {
        this.locked = locked;
        this.bookings = bookings;
        this.reader = reader;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
    }

    /**
     * @param right in which role the person may decide about this booking; empty is answered like an unknown booking
     * @param goal  where the booking stands afterwards; one that stands there already is returned as it is
     * @param verb  changes the booking or says why not
     */
    BookingOutcome run(Decision decision, CommandKey key, Function<Booking, Optional<By>> right, BookingStatus goal,
                       BiFunction<Booking, Instant, Optional<Refused>> verb) {
        return locked.run(decision, key, decision.booking(), decision.version(), Locks.none(), right,
                (booking, by) -> booking.status() == goal,
                (booking, by, run) -> decided(decision, booking, by, goal, verb, run));
    }

    private BookingOutcome decided(Decision decision, Booking booking, By by, BookingStatus goal,
                                   BiFunction<Booking, Instant, Optional<Refused>> verb, CommandRun run) {
        BookingStatus before = booking.status();
        Optional<Refused> refused = (reasonNeeded(booking, by, goal) ? Reason.missingOrTooLong(decision.reason())
                : Reason.tooLong(decision.reason())).or(() -> verb.apply(booking, run.at()));
        return refused.<BookingOutcome>map(NotDone::new).orElseGet(() -> new Done(written(decision, booking, before, by, run)));
    }

    /** Approving needs none, nor does cancelling one's own; an admin acts on behalf of others and always says why. */
    private static boolean reasonNeeded(Booking booking, By by, BookingStatus goal) {
        return switch (goal) {
            case APPROVED -> by.role() == Role.ADMIN;
            case CANCELLED -> !booking.student().equals(by.account());
            default -> true;
        };
    }

    private BookingDetails written(Decision decision, Booking booking, BookingStatus before, By by, CommandRun run) {
        bookings.flush(); // the version that the event carries is the one that the row now has
        BookingRow row = booking.row();
        log.debug("booking {}: {} to {}", row.id(), before, row.status());
        String reason = decision.reason().isEmpty() ? null : decision.reason();
        trail.append(run.event(by, BookingHistory.subject(row.id()), row.version(), before.name(), row.status().name())
                .withReason(reason));
        events.publishEvent(new BookingDecided(row.id(), row.service(), row.student(), BookingDecided.What.DECIDED, row.status(),
                by, run.at(), reason));
        if (row.status() == BookingStatus.APPROVED) {
            events.publishEvent(new BookingApproved(row.place(), false, by, run));
        } else if (before == BookingStatus.APPROVED) {
            events.publishEvent(new BookingReleased(row.place(), by, run));
        }
        if (row.status().isActive()) {
            changes.decided(row.student());
        } else {
            changes.occupied(row.resource(), row.occupiedFrom(), row.occupiedTo(), row.student());
        }
        return reader.details(row);
    }
}
