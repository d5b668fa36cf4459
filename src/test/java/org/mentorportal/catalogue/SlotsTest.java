package org.mentorportal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Slots are derived by the school's wall clock (DESIGN.md section 11, 7), also where that jumps. */
class SlotsTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    /** The clock jumps from 2:00 to 3:00. */
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 28);
    /** The clock jumps from 3:00 back to 2:00. */
    private static final LocalDate AUTUMN = LocalDate.of(2026, 10, 25);

    @Test
    void weeklyNineStaysNineOverTheChangeOfTheClock() {
        ServiceInfo service = service(Timing.of(60), "09:00", "10:00");

        List<Slot> slots = Stream.of(SPRING.minusWeeks(1), SPRING, SPRING.plusWeeks(1), AUTUMN.minusWeeks(1), AUTUMN, AUTUMN.plusWeeks(1))
                .flatMap(day -> Slots.on(day, service, MADRID).stream()).toList();

        assertThat(slots).extracting(slot -> slot.start().atZone(MADRID).toLocalTime()).hasSize(6).containsOnly(LocalTime.of(9, 0));
        assertThat(slots.get(0).start()).isEqualTo("2027-03-21T08:00:00Z");
        assertThat(slots.get(1).start()).isEqualTo("2027-03-28T07:00:00Z");
    }

    @Test
    void skippedHourHasNoSlot() {
        assertThat(starts(SPRING, service(Timing.of(30), "01:00", "04:00")))
                .containsExactly("01:00", "01:30", "03:00", "03:30");
    }

    @Test
    void doubledHourHasOneSlotAndTheFirstIsMeant() {
        ServiceInfo service = service(Timing.of(60), "01:00", "04:00");

        List<Slot> slots = Slots.on(AUTUMN, service, MADRID);

        assertThat(starts(AUTUMN, service)).containsExactly("01:00", "02:00", "03:00");
        assertThat(slots.get(1).start()).isEqualTo("2026-10-25T00:00:00Z");
        assertThat(Slots.at(Instant.parse("2026-10-25T01:00:00Z"), service, MADRID)).as("the second 2:00").isEmpty();
        assertThat(slots.get(2).start()).isEqualTo("2026-10-25T02:00:00Z");
    }

    @Test
    void durationsAndBuffersAreElapsedMinutes() {
        Slot overTheJump = Slots.on(SPRING, service(Timing.of(120).withBuffers(90, 45), "01:00", "06:00"), MADRID).getFirst();

        assertThat(overTheJump.end().atZone(MADRID).toLocalTime()).isEqualTo(LocalTime.of(4, 0));
        assertThat(Duration.between(overTheJump.start(), overTheJump.end())).isEqualTo(Duration.ofMinutes(120));
        assertThat(Duration.between(overTheJump.occupiedFrom(), overTheJump.start())).isEqualTo(Duration.ofMinutes(90));
        assertThat(Duration.between(overTheJump.end(), overTheJump.occupiedTo())).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void slotThatWouldEndAfterClosingIsNone() {
        assertThat(starts(SPRING, service(Timing.of(60), "01:00", "03:30"))).as("1:00–3:00 and 3:00–4:00: the hour is gone")
                .containsExactly("01:00");
        assertThat(starts(SPRING.plusDays(1), service(Timing.of(60), "01:00", "03:30"))).containsExactly("01:00", "02:00");
    }

    @Test
    void stepMayBeShorterOrLongerThanTheDuration() {
        assertThat(starts(AUTUMN.plusDays(1), service(Timing.of(60).withStep(15), "09:00", "10:30")))
                .containsExactly("09:00", "09:15", "09:30");
        assertThat(starts(AUTUMN.plusDays(1), service(Timing.of(45).withStep(60), "09:00", "12:00")))
                .containsExactly("09:00", "10:00", "11:00");
    }

    @Test
    void hoursHoldFromTheirFirstToTheirLastDay() {
        LocalDate monday = LocalDate.of(2026, 11, 2);
        ServiceInfo service = service(Timing.of(60), new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(10, 0), monday, monday.plusWeeks(1)));

        assertThat(Slots.on(monday.minusWeeks(1), service, MADRID)).isEmpty();
        assertThat(Slots.on(monday, service, MADRID)).hasSize(1);
        assertThat(Slots.on(monday.plusDays(1), service, MADRID)).as("another weekday").isEmpty();
        assertThat(Slots.on(monday.plusWeeks(1), service, MADRID)).as("the last day itself").hasSize(1);
        assertThat(Slots.on(monday.plusWeeks(2), service, MADRID)).isEmpty();
    }

    @Test
    void overlappingWindowsGiveASlotOnce() {
        LocalDate monday = LocalDate.of(2026, 11, 2);
        ServiceInfo service = service(Timing.of(60), hours(monday, "09:00", "12:00"), hours(monday, "10:00", "13:00"));

        assertThat(starts(monday, service)).containsExactly("09:00", "10:00", "11:00", "12:00");
    }

    @Test
    void requestingOpensByTheWallClockAndEndsWithTheNotice() {
        Slot slot = Slots.on(SPRING.plusDays(1), service(Timing.of(60).withHorizon(7, LocalTime.of(18, 0)).withNotice(120), "09:00", "10:00"),
                MADRID).getFirst();

        assertThat(slot.opensAt()).as("in winter time still").isEqualTo("2027-03-22T17:00:00Z");
        assertThat(slot.lapsesAt()).isEqualTo("2027-03-29T05:00:00Z");
    }

    @Test
    void halfHourJumpsOfLordHoweAreKept() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        ServiceInfo service = service(Timing.of(15), "01:30", "02:45");

        assertThat(starts(LocalDate.of(2026, 10, 4), service, lordHowe)).as("2:00 jumps to 2:30").containsExactly("01:30", "01:45", "02:30");
        assertThat(starts(LocalDate.of(2027, 4, 4), service, lordHowe)).as("2:00 jumps back to 1:30")
                .containsExactly("01:30", "01:45", "02:00", "02:15", "02:30");
        assertThat(Slots.on(LocalDate.of(2027, 4, 4), service, lordHowe).getFirst().start().atZone(lordHowe).getOffset())
                .as("the first 1:30").isEqualTo(ZoneOffset.ofHours(11));
    }

    @Test
    void noSlotIsShiftedOrDoubledByAnyChangeOfTheClock() {
        List<String> zones = List.of("Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Africa/Cairo",
                "Pacific/Auckland");
        var random = new Random(20261121);
        int changes = 0;
        int slots = 0;
        for (String name : zones) {
            ZoneId zone = ZoneId.of(name);
            for (ZoneOffsetTransition change : changes(zone)) {
                changes++;
                for (int n = 0; n < 20; n++) {
                    ServiceInfo service = anyService(random);
                    LocalDate day = change.getDateTimeBefore().toLocalDate();
                    for (LocalDate near : List.of(day.minusDays(1), day, day.plusDays(1))) {
                        slots += assertKeepsTheWallClock(near, service, zone);
                    }
                }
            }
        }
        System.out.println("SLOTS around " + changes + " changes of the clock in " + zones.size() + " zones: " + slots + ", none shifted or doubled");
        assertThat(changes).isGreaterThanOrEqualTo(6 * 2 * 6 - 6);
    }

    private static int assertKeepsTheWallClock(LocalDate day, ServiceInfo service, ZoneId zone) {
        List<Slot> slots = Slots.on(day, service, zone);
        Hours hours = service.hours().getFirst();
        List<LocalTime> wanted = new ArrayList<>();
        for (int minute = hours.opens().toSecondOfDay() / 60; minute < hours.closes().toSecondOfDay() / 60; minute += service.timing().step()) {
            LocalTime time = LocalTime.ofSecondOfDay(minute * 60L);
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(day.atTime(time));
            if (!offsets.isEmpty()) {
                Instant end = day.atTime(time).toInstant(offsets.getFirst()).plusSeconds(service.timing().duration() * 60L);
                if (!end.isAfter(day.atTime(hours.closes()).atZone(zone).toInstant())) {
                    wanted.add(time);
                }
            }
        }
        assertThat(slots).as("%s %s %s", day, zone, service.timing())
                .extracting(slot -> slot.start().atZone(zone).toLocalTime()).isEqualTo(wanted)
                .doesNotHaveDuplicates();
        assertThat(slots).allSatisfy(slot -> {
            assertThat(slot.start().atZone(zone).toLocalDate()).isEqualTo(day).isEqualTo(slot.day());
            assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(Duration.ofMinutes(service.timing().duration()));
            assertThat(Slots.at(slot.start(), service, zone)).contains(slot);
        });
        assertThat(new HashSet<>(slots.stream().map(Slot::start).toList())).hasSameSizeAs(slots);
        return slots.size();
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        var all = new ArrayList<ZoneOffsetTransition>();
        Instant until = Instant.parse("2031-01-01T00:00:00Z");
        @Nullable ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2025-01-01T00:00:00Z"));
        while (change != null && change.getInstant().isBefore(until)) {
            all.add(change);
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return all;
    }

    private static ServiceInfo anyService(Random random) {
        int opens = random.nextInt(0, 20) * 15;
        int closes = opens + 30 + random.nextInt(0, 20) * 15;
        Timing timing = Timing.of(5 * random.nextInt(2, 25)).withStep(5 * random.nextInt(1, 25));
        return service(timing, LocalTime.ofSecondOfDay(opens * 60L).toString(), LocalTime.ofSecondOfDay(closes * 60L).toString());
    }

    private static List<String> starts(LocalDate day, ServiceInfo service) {
        return starts(day, service, MADRID);
    }

    private static List<String> starts(LocalDate day, ServiceInfo service, ZoneId zone) {
        return Slots.on(day, service, zone).stream().map(slot -> slot.start().atZone(zone).toLocalTime().toString()).toList();
    }

    private static ServiceInfo service(Timing timing, String opens, String closes) {
        return service(timing, Arrays.stream(DayOfWeek.values()).map(day -> new Hours(day, LocalTime.parse(opens), LocalTime.parse(closes),
                LocalDate.of(2020, 1, 1), null)).toArray(Hours[]::new));
    }

    private static ServiceInfo service(Timing timing, Hours... hours) {
        return new ServiceInfo(new ServiceId(1), new ResourceInfo(new ResourceId(1), ResourceKind.GROUND, "Ground", null), "Service", timing,
                1, 1, Approval.AUTOMATIC, Limits.none(), false, List.of(hours), 1);
    }

    private static Hours hours(LocalDate day, String opens, String closes) {
        return new Hours(day.getDayOfWeek(), LocalTime.parse(opens), LocalTime.parse(closes), LocalDate.of(2020, 1, 1), null);
    }
}
