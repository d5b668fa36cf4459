package org.mentorportal.booking;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.By;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How a student gives up what a hold cancelled: the booking stays cancelled, its hold lets go of it. */
@Component
class GivingUp {

    private static final Logger log = LoggerFactory.getLogger(GivingUp.class);

    private final LockedBooking locked;
    private final BookingRepository bookings;
    private final BookingReader reader;
    private final AuditTrail trail;
    private final BookingChanges changes;

    GivingUp(LockedBooking locked, BookingRepository bookings, BookingReader reader, AuditTrail trail, BookingChanges changes) {
        this.locked = locked;
        this.bookings = bookings;
        this.reader = reader;
        this.trail = trail;
        this.changes = changes;
    }

    BookingOutcome run(GiveUp giveUp, CommandKey key, Function<Booking, Optional<By>> right) {
        return locked.run(giveUp, key, giveUp.booking(), null, Locks.none(), right,
                (booking, by) -> booking.status() == BookingStatus.CANCELLED && booking.hold() == null, this::givenUp);
    }

    private BookingOutcome givenUp(Booking booking, By by, CommandRun run) {
        HoldId hold = booking.hold();
        return booking.giveUp().<BookingOutcome>map(NotDone::new).orElseGet(() -> {
            bookings.flush();
            BookingRow row = booking.row();
            log.debug("booking {} given up, hold {} lets go of it", row.id(), hold);
            trail.append(run.event(by, BookingHistory.subject(row.id()), row.version(), row.status().name(), row.status().name())
                    .withFacts(Map.of("given-up-hold", Objects.requireNonNull(hold).value())));
            changes.decided(row.student());
            return new Done(reader.details(row));
        });
    }
}
