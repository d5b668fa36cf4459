package org.mentorportal.booking;

import static java.util.Objects.requireNonNullElse;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.BookingChange.BookingPart;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** New details for a booking. The trail names the parts that changed, never the words. */
@Component
class Edits {

    private static final Logger log = LoggerFactory.getLogger(Edits.class);

    private final LockedBooking locked;
    private final BookingRepository bookings;
    private final BookingReader reader;
    private final CatalogueService catalogue;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;

    Edits(LockedBooking locked, BookingRepository bookings, BookingReader reader, CatalogueService catalogue, AuditTrail trail,
          BookingChanges changes, ApplicationEventPublisher events) {
        this.locked = locked;
        this.bookings = bookings;
        this.reader = reader;
        this.catalogue = catalogue;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
    }

    BookingOutcome run(EditBooking edit, CommandKey key, Function<Booking, Optional<By>> right) {
        return locked.run(edit, key, edit.booking(), edit.version(), Locks.none(), right,
                (booking, by) -> booking.status().isActive() && changed(booking.row(), Details.after(booking.row(), edit)).isEmpty(),
                (booking, by, run) -> edited(edit, booking, by, run));
    }

    /** What the booking would say. */
    private record Details(String purpose, int players, String contact) {

        static Details after(BookingRow before, EditBooking edit) {
            return new Details(requireNonNullElse(edit.purpose(), before.purpose()), requireNonNullElse(edit.players(), before.players()),
                    requireNonNullElse(edit.contact(), before.contact()));
        }
    }

    private static Set<BookingPart> changed(BookingRow before, Details after) {
        Set<BookingPart> parts = EnumSet.noneOf(BookingPart.class);
        if (!before.purpose().equals(after.purpose)) {
            parts.add(BookingPart.PURPOSE);
        }
        if (before.players() != after.players) {
            parts.add(BookingPart.PLAYERS);
        }
        if (!before.contact().equals(after.contact)) {
            parts.add(BookingPart.CONTACT);
        }
        return parts;
    }

    private BookingOutcome edited(EditBooking edit, Booking booking, By by, CommandRun run) {
        Details after = Details.after(booking.row(), edit);
        Set<BookingPart> parts = changed(booking.row(), after);
        Optional<Refused> refused = BookingRules.purposeMissing(after.purpose)
                .or(() -> BookingRules.detailsTooLong(after.purpose, after.contact))
                .or(() -> parts.contains(BookingPart.PLAYERS) // a service that takes fewer by now leaves its bookings as they are
                        ? BookingRules.tooManyPlayers(after.players, catalogue.newest(booking.service())) : Optional.empty())
                .or(() -> booking.edit(run.at(), after.purpose, after.players, after.contact));
        return refused.<BookingOutcome>map(NotDone::new).orElseGet(() -> new Done(written(booking, parts, by, run)));
    }

    private BookingDetails written(Booking booking, Set<BookingPart> parts, By by, CommandRun run) {
        bookings.flush();
        BookingRow row = booking.row();
        log.debug("booking {}: {} edited", row.id(), parts);
        String status = row.status().name();
        trail.append(run.event(by, BookingHistory.subject(row.id()), row.version(), status, status)
                .withFacts(Map.of("players", row.players())).withChanged(parts));
        events.publishEvent(new BookingDecided(row.id(), row.service(), row.student(), BookingDecided.What.EDITED, row.status(), by,
                run.at(), null));
        changes.decided(row.student());
        return reader.details(row);
    }
}
