package org.mentorportal.booking;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingOutcome.AlreadySo;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.booking.BookingOutcome.Stale;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How every command about an existing booking begins: lock its row, see that the person may, that it is not so already, and
 * that it is still the version that they looked at.
 */
@Component
class LockedBooking {

    private static final Logger log = LoggerFactory.getLogger(LockedBooking.class);

    private final BookingRepository bookings;
    private final BookingReader reader;
    private final BookingHistory history;
    private final BookingAnswers answers;
    private final Commands commands;
    private final CurrentActor actor;

    LockedBooking(BookingRepository bookings, BookingReader reader, BookingHistory history, BookingAnswers answers,
                  Commands commands, CurrentActor actor) {
        this.bookings = bookings;
        this.reader = reader;
        this.history = history;
        this.answers = answers;
        this.commands = commands;
        this.actor = actor;
    }

    /** What the person may do with the locked booking, in the role that gives the right. */
    interface Work {

        BookingOutcome on(Booking booking, By by, CommandRun run);
    }

    /**
     * @param version   the version that the person looked at; null if they named none
     * @param right     in which role the person may; empty is answered like an unknown booking
     * @param alreadySo whether the command would change nothing, whatever the version is
     */
    BookingOutcome run(Command command, CommandKey key, BookingId id, @Nullable Integer version, Locks locks,
                       Function<Booking, Optional<By>> right, BiPredicate<Booking, By> alreadySo, Work work) {
        Actor person = actor.get();
        return commands.run(command, key, person, locks, answers, run -> bookings.lock(id.value())
                .flatMap(booking -> right.apply(booking).map(by -> checked(booking, by, version, alreadySo, work, run)))
                .orElseGet(() -> unknown(id)));
    }

    private static BookingOutcome unknown(BookingId id) {
        log.debug("booking {}: not there, or not theirs", id);
        return new NotDone(Refused.because(BookingRuleId.UNKNOWN_BOOKING));
    }

    private BookingOutcome checked(Booking booking, By by, @Nullable Integer version, BiPredicate<Booking, By> alreadySo, Work work,
                                   CommandRun run) {
        if (alreadySo.test(booking, by)) {
            log.debug("booking {}: {} already, nothing to do", booking.id(), booking.status());
            return new AlreadySo(reader.details(booking));
        }
        if (version != null && version != booking.version()) {
            log.debug("booking {}: version {} was seen, it has {}", booking.id(), version, booking.version());
            return new Stale(reader.details(booking), history.since(booking.id(), version));
        }
        return work.on(booking, by, run);
    }
}
