package org.mentorportal.booking;

import java.time.Clock;
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
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.command.CommandRule;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How every claim on a slot goes, by whatever path, new or moved: read the facts after the locks, ask the path's rules, claim
 * or move in one statement, and say who or what was in the way when no seat was had.
 */
@Component
class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    private final BookingStore store;
    private final BookingRepository bookings;
    private final BookingReader reader;
    private final CatalogueService catalogue;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(BookingStore store, BookingRepository bookings, BookingReader reader, CatalogueService catalogue, AuditTrail trail,
           BookingChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.bookings = bookings;
        this.reader = reader;
        this.catalogue = catalogue;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** What a person said, and for whom. */
    record Asked(AccountId student, ServiceId service, Instant start, String purpose, int players, String contact) {
    }

    /** A new booking. The student's own booking of this very slot is returned as it is. */
    BookingOutcome claim(BookingPath path, Asked asked, By by, ServiceInfo known, CommandRun run) {
        return tried(wish(path, asked, by, known, null, run), null, run);
    }

    /**
     * A booking at another time, with the details that it has.
     *
     * @param moved   its row is locked
     * @param reason  staff's words, or null
     */
    BookingOutcome move(BookingPath path, Asked asked, By by, Booking moved, @Nullable String reason, CommandRun run) {
        return tried(wish(path, asked, by, catalogue.current().service(asked.service()), moved, run), reason, run);
    }

    private Wish wish(BookingPath path, Asked asked, By by, ServiceInfo known, @Nullable Booking moved, CommandRun run) {
        BookingStore.Facts facts = facts(asked, known, moved, run);
        ServiceInfo service = catalogue.atVersion(known.id(), facts.serviceVersion());
        if (service.version() != known.version()) {
            facts = facts(asked, service, moved, run); // other buffers, other closures in the way
        }
        return new Wish(path, by, asked.student(), service, asked.start(), Slots.at(asked.start(), service, clock.getZone()),
                asked.purpose(), asked.players(), asked.contact(), moved, facts, run.at());
    }

    private BookingStore.Facts facts(Asked asked, ServiceInfo service, @Nullable Booking moved, CommandRun run) {
        return store.facts(service, asked.student(), asked.start(), moved == null ? null : moved.id(), run.at(), clock.getZone());
    }

    private BookingOutcome tried(Wish wish, @Nullable String reason, CommandRun run) {
        if (wish.moved() == null && wish.facts().own() != null) {
            return new AlreadySo(reader.details(bookings.findById(wish.facts().own().value()).orElseThrow()));
        }
        Optional<Refused> broken = BookingRules.firstBroken(wish);
        if (broken.isPresent()) {
            log.debug("rule broken: {}", broken.get().rule());
            return new NotDone(broken.get());
        }
        Booking moved = wish.moved();
        return moved == null ? claimed(wish, run) : moved(wish, moved, reason, run);
    }

    private BookingOutcome claimed(Wish wish, CommandRun run) {
        Optional<BookingStore.Seat> seat = store.claim(wish);
        if (seat.isEmpty()) {
            Optional<Refused> obstacle = obstacle(wish);
            if (obstacle.isPresent()) {
                log.debug("no seat: {}", obstacle.get().rule());
                return new NotDone(obstacle.get());
            }
            seat = store.claim(wish); // whatever stood in the way has gone since
        }
        return seat.<BookingOutcome>map(had -> new Done(made(had, wish, run))).orElseGet(() -> new NotDone(noSeat(wish)));
    }

    private BookingDetails made(BookingStore.Seat seat, Wish wish, CommandRun run) {
        log.debug("booking {} has seat {}", seat.booking(), seat.number());
        trail.append(run.event(wish.by(), BookingHistory.subject(seat.booking()), 1, null, wish.status().name())
                .withFacts(placement(wish, seat)).withFacts(Map.of("student", wish.student(), "players", wish.players())));
        if (wish.path() == BookingPath.STAFF || wish.status() == BookingStatus.APPROVED) {
            events.publishEvent(new BookingDecided(seat.booking(), wish.service().id(), wish.student(),
                    wish.path() == BookingPath.STAFF ? BookingDecided.What.BOOKED : BookingDecided.What.DECIDED, wish.status(),
                    wish.by(), run.at(), null));
        }
        changes.occupied(wish.service().resource().id(), wish.slot().occupiedFrom(), wish.slot().occupiedTo(), wish.student());
        return reader.made(row(seat.booking(), wish, wish.now(), 1), run.person());
    }

    /** Whatever could make the update fail is looked for before it: a failed statement would end the transaction. */
    private BookingOutcome moved(Wish wish, Booking moved, @Nullable String reason, CommandRun run) {
        Optional<Refused> obstacle = obstacle(wish);
        if (obstacle.isPresent()) {
            log.debug("booking {} stays: {}", moved.id(), obstacle.get().rule());
            return new NotDone(obstacle.get());
        }
        BookingRow before = moved.row();
        Optional<BookingStore.Seat> seat = store.move(wish, moved);
        if (seat.isEmpty()) {
            return new NotDone(noSeat(wish));
        }
        BookingRow row = row(before.id(), wish, wish.now(), before.version() + 1);
        log.debug("booking {} moved to seat {}", row.id(), seat.get().number());
        trail.append(run.event(wish.by(), BookingHistory.subject(row.id()), row.version(), before.status().name(), row.status().name())
                .withFacts(placement(wish, seat.get())).withFacts(Map.of("start-before", before.start()))
                .withChanged(Set.of(BookingChange.BookingPart.TIME)).withReason(reason));
        events.publishEvent(new BookingDecided(row.id(), row.service(), row.student(), BookingDecided.What.MOVED, row.status(),
                wish.by(), run.at(), reason));
        changes.occupied(before.resource(), before.occupiedFrom(), before.occupiedTo(), before.student());
        changes.occupied(row.resource(), row.occupiedFrom(), row.occupiedTo(), row.student());
        return new Done(reader.details(row));
    }

    /** Where and when, as the trail keeps it. */
    private static Map<String, Object> placement(Wish wish, BookingStore.Seat seat) {
        Slot slot = wish.slot();
        return new TreeMap<>(Map.of("service", wish.service().id(), "resource", wish.service().resource().id(), "start", slot.start(),
                "end", slot.end(), "occupied-from", slot.occupiedFrom(), "occupied-to", slot.occupiedTo(), "seat", seat.number(),
                "capacity", wish.service().capacity()));
    }

    private static BookingRow row(BookingId id, Wish wish, Instant at, int version) {
        Slot slot = wish.slot();
        return new BookingRow(id, wish.service().id(), wish.service().resource().id(), wish.student(), slot.start(), slot.end(),
                slot.occupiedFrom(), slot.occupiedTo(), wish.status(), wish.purpose(), wish.players(), wish.contact(),
                wish.by().account(), at, wish.approver(), wish.status() == BookingStatus.APPROVED ? at : null, null, version);
    }

    private Refused noSeat(Wish wish) {
        return obstacle(wish).orElseGet(() -> Refused.because(CommandRule.BUSY));
    }

    /** Which rule of the database said no; the student's own booking is told before anybody else's. */
    private Optional<Refused> obstacle(Wish wish) {
        Slot slot = wish.slot();
        List<BookingStore.Obstacle> obstacles = store.obstacles(wish);
        Optional<Refused> own = obstacles.stream().filter(other -> other.student().equals(wish.student()))
                .flatMap(other -> own(other, wish, slot).stream()).findFirst();
        if (own.isPresent()) {
            return own;
        }
        return obstacles.stream().filter(other -> !isSeatOf(other, slot)).findFirst()
                .map(other -> Refused.because(BookingRuleId.RESOURCE_TAKEN, wish.service().resource().name()))
                .or(() -> obstacles.stream().filter(other -> isSeatOf(other, slot)).count() >= wish.service().capacity()
                        ? Optional.of(Refused.because(BookingRuleId.SLOT_TAKEN)) : Optional.empty());
    }

    private static boolean isSeatOf(BookingStore.Obstacle other, Slot slot) {
        return other.service().equals(slot.service()) && other.start().equals(slot.start());
    }

    /** Nothing, if it is only the resource that the own booking needs then, as anybody's would. */
    private Optional<Refused> own(BookingStore.Obstacle obstacle, Wish wish, Slot slot) {
        ServiceInfo own = catalogue.current().service(obstacle.service());
        if (obstacle.start().isBefore(slot.end()) && obstacle.end().isAfter(slot.start())) {
            return Optional.of(Refused.because(BookingRuleId.OWN_BOOKING_THEN, own.name(), obstacle.start()));
        }
        return wish.onePerDay() && obstacle.onePerDay() && obstacle.service().equals(slot.service())
                ? Optional.of(Refused.because(BookingRuleId.ONE_PER_DAY, own.name(), slot.day())) : Optional.empty();
    }
}
