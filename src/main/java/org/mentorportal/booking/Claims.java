package org.mentorportal.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.BookingOutcome.AlreadySo;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How every claim on a slot goes, by whatever path, new, moved or back again: ask the path's rules, claim, move or restore in one
 * statement, and say who or what was in the way when no seat was had.
 */
@Component
class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    private final BookingStore store;
    private final BookingRepository bookings;
    private final BookingReader reader;
    private final Obstacles obstacles;
    private final List<BookingRule> outside;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;

    /** @param outside the rules of higher modules */
    Claims(BookingStore store, BookingRepository bookings, BookingReader reader, Obstacles obstacles, List<BookingRule> outside,
           AuditTrail trail, BookingChanges changes, ApplicationEventPublisher events) {
        this.store = store;
        this.bookings = bookings;
        this.reader = reader;
        this.obstacles = obstacles;
        this.outside = outside;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
    }

    /** A new booking. The student's own booking of this very slot is returned as it is. */
    BookingOutcome claim(Wish wish, CommandRun run) {
        if (wish.facts().own() != null) {
            return new AlreadySo(reader.details(bookings.findById(wish.facts().own().value()).orElseThrow()));
        }
        return broken(wish).<BookingOutcome>map(NotDone::new).orElseGet(() -> claimed(wish, run));
    }

    /**
     * A booking at another time, with the details that it has.
     *
     * @param moved  its row is locked
     * @param reason staff's words, or null
     */
    BookingOutcome move(Wish wish, Booking moved, @Nullable String reason, CommandRun run) {
        return broken(wish).<BookingOutcome>map(NotDone::new).orElseGet(() -> moved(wish, moved, reason, run));
    }

    /** The first rule of the wish's path, or of a higher module, that is broken. */
    Optional<Refused> broken(Wish wish) {
        Optional<Refused> broken = BookingRules.firstBroken(wish)
                .or(() -> wish.facts().outside() ? brokenOutside(wish.claimed()) : Optional.empty());
        broken.ifPresent(why -> log.debug("rule broken: {}", why.rule()));
        return broken;
    }

    private Optional<Refused> brokenOutside(ClaimedSlot claim) {
        return outside.stream().flatMap(rule -> rule.broken(claim).stream()).findFirst();
    }

    private BookingOutcome claimed(Wish wish, CommandRun run) {
        Optional<BookingStore.Seat> seat = store.claim(wish);
        if (seat.isEmpty()) {
            Optional<Refused> obstacle = obstacles.of(wish);
            if (obstacle.isPresent()) {
                log.debug("no seat: {}", obstacle.get().rule());
                return new NotDone(obstacle.get());
            }
            seat = store.claim(wish); // whatever stood in the way has gone since
        }
        return seat.<BookingOutcome>map(had -> new Done(made(had, wish, run))).orElseGet(() -> new NotDone(obstacles.noSeat(wish)));
    }

    private BookingDetails made(BookingStore.Seat seat, Wish wish, CommandRun run) {
        log.debug("booking {} has seat {}", seat.booking(), seat.number());
        trail.append(run.event(wish.by(), BookingHistory.subject(seat.booking()), 1, null, wish.status().name())
                .withFacts(placement(wish, seat)).withFacts(Map.of("student", wish.student(), "players", wish.players())));
        if (isNews(wish)) {
            events.publishEvent(new BookingDecided(seat.booking(), wish.service().id(), wish.student(),
                    wish.path() == BookingPath.STAFF ? BookingDecided.What.BOOKED : BookingDecided.What.DECIDED, wish.status(),
                    wish.by(), run.at(), null));
        }
        BookingRow row = row(seat.booking(), wish, wish.now(), 1);
        approved(row, wish, run);
        changes.occupied(wish.service().resource().id(), wish.slot().occupiedFrom(), wish.slot().occupiedTo(), wish.student());
        return reader.made(row, run.person());
    }

    /** Whatever could make the update fail is looked for before it: a failed statement would end the transaction. */
    private BookingOutcome moved(Wish wish, Booking moved, @Nullable String reason, CommandRun run) {
        Optional<Refused> obstacle = obstacles.of(wish);
        if (obstacle.isPresent()) {
            log.debug("booking {} stays: {}", moved.id(), obstacle.get().rule());
            return new NotDone(obstacle.get());
        }
        BookingRow before = moved.row();
        Optional<BookingStore.Seat> seat = store.move(wish, moved);
        if (seat.isEmpty()) {
            return new NotDone(obstacles.noSeat(wish));
        }
        BookingRow row = row(before.id(), wish, wish.now(), before.version() + 1);
        log.debug("booking {} moved to seat {}", row.id(), seat.get().number());
        trail.append(run.event(wish.by(), BookingHistory.subject(row.id()), row.version(), before.status().name(), row.status().name())
                .withFacts(placement(wish, seat.get())).withFacts(Map.of("start-before", before.start()))
                .withChanged(Set.of(BookingChange.BookingPart.TIME)).withReason(reason));
        events.publishEvent(new BookingDecided(row.id(), row.service(), row.student(), BookingDecided.What.MOVED, row.status(),
                wish.by(), run.at(), reason));
        if (before.status() == BookingStatus.APPROVED) {
            events.publishEvent(new BookingReleased(before.place(), wish.by(), run));
        }
        approved(row, wish, run);
        changes.occupied(before.resource(), before.occupiedFrom(), before.occupiedTo(), before.student());
        changes.occupied(row.resource(), row.occupiedFrom(), row.occupiedTo(), row.student());
        return new Done(reader.details(row));
    }

    /** What a plan's filling made is told as a whole, by whoever had it filled. */
    private static boolean isNews(Wish wish) {
        return wish.path() == BookingPath.STAFF || (wish.path() == BookingPath.STUDENT && wish.status() == BookingStatus.APPROVED);
    }

    private void approved(BookingRow row, Wish wish, CommandRun run) {
        if (row.status() == BookingStatus.APPROVED) {
            events.publishEvent(new BookingApproved(row.place(), wish.path() == BookingPath.RESTORE, wish.by(), run));
        }
    }

    /**
     * A held booking has its time back; the caller holds its student and its resource exclusive, and has asked {@link #broken}
     * and {@link Obstacles}.
     *
     * @return where it stands then
     */
    BookingStatus restored(Wish wish, Booking held, CommandRun run) {
        BookingRow before = held.row();
        HoldId hold = wish.undoing();
        BookingStatus status = wish.status();
        BookingStore.Seat seat = store.restore(wish, held).orElseThrow(() -> new IllegalStateException(
                "booking " + before.id() + " has no seat, though nothing stands in its way"));
        log.debug("booking {} is back on seat {}", before.id(), seat.number());
        trail.append(run.event(wish.by(), BookingHistory.subject(before.id()), before.version() + 1, before.status().name(), status.name())
                .withFacts(Map.of("hold", String.valueOf(hold), "seat", seat.number(),
                        "capacity", wish.service().capacity())));
        if (status == BookingStatus.APPROVED) {
            events.publishEvent(new BookingApproved(before.place(), true, wish.by(), run));
        }
        changes.occupied(before.resource(), before.occupiedFrom(), before.occupiedTo(), before.student());
        return status;
    }

    /** Where and when, as the trail keeps it. */
    private static Map<String, Object> placement(Wish wish, BookingStore.Seat seat) {
        Slot slot = wish.slot();
        return new TreeMap<>(Map.of("service", wish.service().id(), "resource", wish.service().resource().id(), "start", slot.start(),
                "end", slot.end(), "occupied-from", slot.occupiedFrom(), "occupied-to", slot.occupiedTo(), "seat", seat.number(),
                "capacity", wish.service().capacity(), "one-per-day", wish.onePerDay(),
                "approver", wish.approver() == null ? "" : wish.approver()));
    }

    private static BookingRow row(BookingId id, Wish wish, Instant at, int version) {
        Slot slot = wish.slot();
        return new BookingRow(id, wish.service().id(), wish.service().resource().id(), wish.student(), slot.start(), slot.end(),
                slot.occupiedFrom(), slot.occupiedTo(), wish.status(), wish.purpose(), wish.players(), wish.contact(),
                wish.by().account(), at, wish.approver(), wish.status() == BookingStatus.APPROVED ? at : null, null, version);
    }
}
