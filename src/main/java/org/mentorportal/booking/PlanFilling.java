package org.mentorportal.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingOutcome.Done;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes the bookings of a weekly plan, and only where nothing is: a day on which the student has any booking of that service,
 * in whatever status, is left alone. Preview and deed are one function.
 */
@Component
class PlanFilling {

    private static final String DAYS = """
            select distinct service_id, day from booking
            where student_id = :student and service_id = any(:services) and day between :first and :last
            """;

    private final Wishes wishes;
    private final Claims claims;
    private final Obstacles obstacles;
    private final CatalogueService catalogue;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanFilling(Wishes wishes, Claims claims, Obstacles obstacles, CatalogueService catalogue, JdbcClient jdbc, Clock clock) {
        this.wishes = wishes;
        this.claims = claims;
        this.obstacles = obstacles;
        this.catalogue = catalogue;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Day(ServiceId service, LocalDate day) {
    }

    /** A time of the plan on a day of its weekday. */
    private record Due(ServiceId service, LocalDateTime wallClock) {

        Day day() {
            return new Day(service, wallClock.toLocalDate());
        }
    }

    /** @param granted what is taken as booked already */
    List<RestoreLine> preview(PlanFill fill, By by, @Nullable HoldId undoing, List<Wish> granted, Instant now) {
        return lines(fill, by, undoing, now, null, new ArrayList<>(granted));
    }

    List<RestoreLine> filled(PlanFill fill, By by, @Nullable HoldId undoing, CommandRun run) {
        return lines(fill, by, undoing, run.at(), run, new ArrayList<>());
    }

    private List<RestoreLine> lines(PlanFill fill, By by, @Nullable HoldId undoing, Instant now, @Nullable CommandRun run,
                                    List<Wish> granted) {
        Set<Day> taken = daysWithBooking(fill);
        return due(fill).filter(due -> start(due).isAfter(now)).map(due -> {
            RestoreLine line = isSkipped(due) ? line(fill, due, Verdict.NO_SUCH_SLOT)
                    : taken.contains(due.day()) ? line(fill, due, Verdict.DAY_HAS_BOOKING)
                    : made(fill, due.service, start(due), by, undoing, now, run, granted);
            if (line.verdict().isBooked()) {
                taken.add(due.day());
            }
            return line;
        }).toList();
    }

    private RestoreLine made(PlanFill fill, ServiceId service, Instant start, By by, @Nullable HoldId undoing, Instant now,
                             @Nullable CommandRun run, List<Wish> granted) {
        Wish wish = wishes.of(BookingPath.PLAN, new Wishes.Asked(fill.student(), service, start, fill.purpose(), 1, ""), by, null,
                undoing, now);
        if (run != null) {
            return switch (claims.claim(wish, run)) {
                case Done(BookingDetails booking) -> new RestoreLine(wish.service(), start, fill.student(), Verdict.MADE, booking.id(), booking.status());
                case BookingOutcome.NotDone no -> new RestoreLine(wish.service(), start, fill.student(), Verdicts.of(no.why().rule()), null, null);
                case BookingOutcome.AlreadySo _, BookingOutcome.Stale _ -> new RestoreLine(wish.service(), start, fill.student(), Verdict.DAY_HAS_BOOKING, null, null);
            };
        }
        Optional<Refused> no = claims.broken(wish).or(() -> obstacles.of(wish, granted));
        if (no.isPresent()) {
            return new RestoreLine(wish.service(), start, fill.student(), Verdicts.of(no.get().rule()), null, null);
        }
        granted.add(wish);
        return new RestoreLine(wish.service(), start, fill.student(), Verdict.MADE, null, wish.status());
    }

    private RestoreLine line(PlanFill fill, Due due, Verdict verdict) {
        return new RestoreLine(catalogue.current().service(due.service), start(due), fill.student(), verdict, null, null);
    }

    private static Stream<Due> due(PlanFill fill) {
        return fill.last().isBefore(fill.first()) ? Stream.empty() : fill.first().datesUntil(fill.last().plusDays(1))
                .flatMap(day -> fill.times().stream().filter(time -> time.weekday() == day.getDayOfWeek())
                        .sorted(Comparator.comparing(PlannedTime::time)).map(time -> new Due(time.service(), day.atTime(time.time()))));
    }

    /** Of a doubled hour the first; of a skipped one, a moment to show it by. */
    private Instant start(Due due) {
        return due.wallClock.atZone(clock.getZone()).toInstant();
    }

    private boolean isSkipped(Due due) {
        return clock.getZone().getRules().getValidOffsets(due.wallClock).isEmpty();
    }

    private Set<Day> daysWithBooking(PlanFill fill) {
        return new HashSet<>(jdbc.sql(DAYS).param("student", fill.student().value())
                .param("services", fill.times().stream().map(time -> time.service().value()).distinct().toArray(Long[]::new))
                .param("first", fill.first()).param("last", fill.last())
                .query((row, n) -> new Day(new ServiceId(row.getLong("service_id")), row.getObject("day", LocalDate.class))).list());
    }
}
