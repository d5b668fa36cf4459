package org.mentorportal.booking;

import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Rescheduling in one step: the new time or the old booking, never neither. The resource is held exclusive, since a move is
 * an update into an exclusion constraint (DESIGN.md section 6).
 */
@Component
class Moves {

    private final LockedBooking locked;
    private final BookingRepository bookings;
    private final Wishes wishes;
    private final Claims claims;
    private final CatalogueService catalogue;

    Moves(LockedBooking locked, BookingRepository bookings, Wishes wishes, Claims claims, CatalogueService catalogue) {
        this.locked = locked;
        this.bookings = bookings;
        this.wishes = wishes;
        this.claims = claims;
        this.catalogue = catalogue;
    }

    BookingOutcome run(RescheduleBooking move, CommandKey key, Function<Booking, Optional<By>> right) {
        // Whose it is and where never changes, so the locks can be named before the row is locked
        Optional<Booking> known = bookings.findById(move.booking().value());
        return known.isEmpty() ? new NotDone(Refused.because(BookingRuleId.UNKNOWN_BOOKING))
                : locked.run(move, key, move.booking(), move.version(), locks(known.get()), right,
                        (booking, by) -> booking.status().isActive() && booking.startsAt().equals(move.start()),
                        (booking, by, run) -> moved(move, booking, by, run));
    }

    private static Locks locks(Booking booking) {
        return Locks.move(booking.student(), booking.resource().value());
    }

    private BookingOutcome moved(RescheduleBooking move, Booking booking, By by, CommandRun run) {
        boolean own = by.role() == Role.STUDENT;
        Optional<Refused> refused = booking.mayMove(run.at())
                .or(() -> own ? Reason.tooLong(move.reason()) : Reason.missingOrTooLong(move.reason()))
                .or(() -> own ? BookingRules.pastCancelDeadline(catalogue.newest(booking.service()), booking.startsAt(), run.at())
                        : Optional.empty());
        if (refused.isPresent()) {
            return new NotDone(refused.get());
        }
        BookingRow row = booking.row();
        Wish wish = wishes.of(own ? BookingPath.STUDENT : BookingPath.STAFF, new Wishes.Asked(row.student(), row.service(), move.start(),
                row.purpose(), row.players(), row.contact()), by, booking, null, run.at());
        return claims.move(wish, booking, move.reason().isEmpty() ? null : move.reason(), run);
    }
}
