package org.mentorportal.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * Brings back what a hold cancelled: one booking after the other, by start. Preview and deed are one function; the deed writes what
 * the preview takes as granted.
 */
@Component
class Restoring {

    private static final Comparator<RestoreLine> BY_START = Comparator.comparing(RestoreLine::start)
            .thenComparing(line -> line.service().id().value());

    private final HeldBookings bookings;
    private final Wishes wishes;
    private final Claims claims;
    private final Obstacles obstacles;
    private final CatalogueService catalogue;
    private final Clock clock;

    Restoring(HeldBookings bookings, Wishes wishes, Claims claims, Obstacles obstacles, CatalogueService catalogue, Clock clock) {
        this.bookings = bookings;
        this.wishes = wishes;
        this.claims = claims;
        this.obstacles = obstacles;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** @param granted what would be booked, for whoever previews what comes after it */
    record Preview(List<RestoreLine> lines, List<Wish> granted) {
    }

    Preview preview(HoldId hold, By by, Instant now) {
        var granted = new ArrayList<Wish>();
        List<RestoreLine> lines = lines(hold, bookings.findAllByHoldIdOrderByStartsAtAscId(hold.value()), by, now, null, granted);
        return new Preview(lines, granted);
    }

    List<RestoreLine> restored(HoldId hold, By by, CommandRun run) {
        List<Booking> held = bookings.lockAll(hold.value()).stream()
                .sorted(Comparator.comparing(Booking::startsAt).thenComparing(booking -> booking.id().value())).toList();
        return lines(hold, held, by, run.at(), run, new ArrayList<>());
    }

    private List<RestoreLine> lines(HoldId hold, List<Booking> held, By by, Instant now, @Nullable CommandRun run, List<Wish> granted) {
        return Stream.concat(held.stream().map(booking -> line(booking, by, now, run, granted)),
                bookings.findAllByGivenUpHoldIdOrderByStartsAtAscId(hold.value()).stream()
                        .map(booking -> line(booking, Verdict.GIVEN_UP, null))).sorted(BY_START).toList();
    }

    private RestoreLine line(Booking held, By by, Instant now, @Nullable CommandRun run, List<Wish> granted) {
        Wish wish = wishes.back(held, by, now);
        Optional<Refused> no = claims.broken(wish).or(() -> obstacles.of(wish, granted));
        if (no.isPresent()) {
            return line(held, Verdicts.of(no.get().rule()), null);
        }
        if (run == null) {
            granted.add(wish);
            return line(held, Verdict.RESTORED, wish.status());
        }
        return line(held, Verdict.RESTORED, claims.restored(wish, held, run));
    }

    private RestoreLine line(Booking booking, Verdict verdict, @Nullable BookingStatus status) {
        return new RestoreLine(catalogue.current().service(booking.service()), booking.startsAt(), booking.student(), verdict, booking.id(),
                status);
    }

    /** In the school's zone. */
    LocalDate day(Booking booking) {
        return LocalDate.ofInstant(booking.startsAt(), clock.getZone());
    }
}
