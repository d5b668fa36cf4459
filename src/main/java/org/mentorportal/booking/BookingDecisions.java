package org.mentorportal.booking;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingOutcome.AlreadySo;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How every decision about an existing booking goes: lock its row, see that the person may, see that it is not so already,
 * change, write down, tell. The decisions differ in who may and in the verb.
 */
@Component
class BookingDecisions {

    private final BookingRepository bookings;
    private final BookingReader reader;
    private final Commands commands;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;

    BookingDecisions(BookingRepository bookings, BookingReader reader, Commands commands, AuditTrail trail, BookingChanges changes, ApplicationEventPublisher events,
                     CurrentActor actor) {
        this.bookings = bookings;
        this.reader = reader;
        this.commands = commands;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
        this.actor = actor;
    }

    /**
     * @param right in which role the person may decide about this booking; empty is answered like an unknown booking
     * @param goal  where the booking stands afterwards; one that stands there already is returned as it is
     * @param verb  changes the booking or says why not
     */
    BookingOutcome run(Decision decision, Function<Booking, Optional<By>> right, BookingStatus goal,
                       BiFunction<Booking, Instant, Optional<Refused>> verb) {
        Actor person = actor.get();
        return commands.run(decision, person, Locks.none(), run -> bookings.lock(decision.booking().value())
                .flatMap(booking -> right.apply(booking).map(by -> decided(decision, booking, by, goal, verb, run)))
                .orElseGet(() -> new NotDone(Refused.because(BookingRuleId.UNKNOWN_BOOKING))), NotDone::new);
    }

    private BookingOutcome decided(Decision decision, Booking booking, By by, BookingStatus goal,
                                   BiFunction<Booking, Instant, Optional<Refused>> verb, CommandRun run) {
        if (booking.status() == goal) {
            return new AlreadySo(reader.details(booking));
        }
        if (reasonNeeded(booking, by, goal) && decision.reason().isBlank()) {
            return new NotDone(Refused.because(BookingRuleId.REASON_NEEDED));
        }
        if (decision.reason().length() > 300) {
            return new NotDone(Refused.because(BookingRuleId.DETAILS_TOO_LONG));
        }
        BookingStatus before = booking.status();
        Optional<Refused> refused = verb.apply(booking, run.at());
        return refused.<BookingOutcome>map(NotDone::new).orElseGet(() -> new Done(written(decision, booking, before, by, run)));
    }

    /** Approving needs none, nor does cancelling one's own; an admin acts on behalf of others and always says why. */
    private static boolean reasonNeeded(Booking booking, By by, BookingStatus goal) {
        boolean own = booking.student().equals(by.account());
        return switch (goal) {
            case APPROVED -> by.role() == Role.ADMIN;
            case CANCELLED -> !own;
            default -> true;
        };
    }

    private BookingDetails written(Decision decision, Booking booking, BookingStatus before, By by, CommandRun run) {
        bookings.flush(); // the version that the event carries is the one that the row now has
        BookingRow row = booking.row();
        String reason = decision.reason().isBlank() ? null : decision.reason().strip();
        trail.append(run.event(by, new Subject("booking", row.id().value()), row.version(), before.name(), row.status().name())
                .withReason(reason));
        events.publishEvent(new BookingDecided(row.id(), row.service(), row.student(), row.status(), by, run.at(), reason));
        if (row.status().isActive()) {
            changes.decided(row.student());
        } else {
            changes.occupied(row.resource(), row.occupiedFrom(), row.occupiedTo(), row.student());
        }
        return reader.details(row);
    }
}
