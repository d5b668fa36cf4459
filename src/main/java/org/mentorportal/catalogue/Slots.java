package org.mentorportal.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Derives the slots of a service from its opening hours. The wall clock is kept over a change to or from summer time: a
 * start in the skipped hour has no slot, of a doubled hour the first is meant; durations are elapsed minutes
 * (DESIGN.md section 11, 7).
 */
public final class Slots {

    private Slots() {
    }

    /** The slots that start on {@code day}, by start; those of overlapping windows once. */
    public static List<Slot> on(LocalDate day, ServiceInfo service, ZoneId zone) {
        Instant opensAt = opensAt(day, service, zone);
        return service.hours().stream().filter(hours -> hours.holdOn(day)).flatMap(hours -> starts(hours, day, service, zone))
                .sorted().distinct().map(start -> slot(start, day, service, opensAt)).toList();
    }

    /** The slots of the seven days from {@code monday}. */
    public static List<Slot> ofWeek(LocalDate monday, ServiceInfo service, ZoneId zone) {
        return monday.datesUntil(monday.plusDays(7)).flatMap(day -> on(day, service, zone).stream()).toList();
    }

    /** The slot that starts at {@code start}, if the service has one then. */
    public static Optional<Slot> at(Instant start, ServiceInfo service, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(start, zone);
        return service.hours().stream().filter(hours -> hours.holdOn(day))
                .flatMap(hours -> starts(hours, day, service, zone)).filter(start::equals)
                .map(found -> slot(found, day, service, opensAt(day, service, zone))).findFirst();
    }

    private static Stream<Instant> starts(Hours hours, LocalDate day, ServiceInfo service, ZoneId zone) {
        int step = service.timing().step();
        Instant last = day.atTime(hours.closes()).atZone(zone).toInstant().minus(Duration.ofMinutes(service.timing().duration()));
        long window = Duration.between(hours.opens(), hours.closes()).toMinutes();
        return Stream.iterate(0, offset -> offset < window, offset -> offset + step)
                .map(offset -> day.atTime(hours.opens()).plusMinutes(offset))
                .flatMap(start -> instant(start, zone).stream())
                .filter(start -> !start.isAfter(last));
    }

    /** Nothing in a skipped hour; the first of a doubled one. */
    private static Optional<Instant> instant(LocalDateTime wallClock, ZoneId zone) {
        return zone.getRules().getValidOffsets(wallClock).stream().findFirst().map(wallClock::toInstant);
    }

    private static Slot slot(Instant start, LocalDate day, ServiceInfo service, Instant opensAt) {
        Timing timing = service.timing();
        Instant end = start.plus(Duration.ofMinutes(timing.duration()));
        return new Slot(service.id(), start, end, day,
                start.minus(Duration.ofMinutes(timing.bufferBefore())), end.plus(Duration.ofMinutes(timing.bufferAfter())),
                opensAt, start.minus(Duration.ofMinutes(timing.notice())));
    }

    /** When the slots of {@code day} open to students. */
    private static Instant opensAt(LocalDate day, ServiceInfo service, ZoneId zone) {
        return day.minusDays(service.timing().horizon()).atTime(service.timing().opensAt()).atZone(zone).toInstant();
    }
}
