package planted.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.function.Supplier;

final class FaultyTimes {

    static class AsksInstant {
        Instant at = Instant.now();
    }

    static class AsksByReference {
        Supplier<Instant> at = Instant::now;
    }

    static class AsksDay {
        LocalDate day = LocalDate.now();
    }

    static class AsksDayInZone {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Madrid"));
    }

    static class AsksDateTime {
        LocalDateTime at = LocalDateTime.now();
    }

    static class AsksZonedDateTime {
        ZonedDateTime at = ZonedDateTime.now();
    }

    static class AsksMillis {
        long at = System.currentTimeMillis();
    }

    static class AsksDate {
        Date at = new Date();
    }

    static class HasItsOwnClock {
        Clock clock = Clock.systemUTC();
    }

    /** No fault: the rule must let it pass. */
    static class AsksTheClock {
        LocalDate day(Clock clock) {
            return LocalDate.now(clock);
        }
    }
}
