package org.mentorportal.shared;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The one place where times become text: always the school's wall clock, always 24 hours. */
@Component
public class Formats {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final Clock clock;
    private final Words words;

    Formats(Clock clock, Words words) {
        this.clock = clock;
        this.words = words;
    }

    public ZoneId zone() {
        return clock.getZone();
    }

    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    /** For programs: the moment with the school's offset from UTC. */
    public OffsetDateTime withOffset(Instant moment) {
        return moment.atZone(zone()).toOffsetDateTime();
    }

    /** 9:00 */
    public String time(Instant moment) {
        return TIME.format(moment.atZone(zone()));
    }

    public String time(LocalTime time) {
        return TIME.format(time);
    }

    /** 9:00–10:00 */
    public String span(Instant from, Instant to) {
        return time(from) + "–" + time(to);
    }

    /** Mon */
    public String weekday(LocalDate day) {
        return shortWeekday(day.getDayOfWeek());
    }

    /** Mon */
    public String shortWeekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, locale());
    }

    /** Monday */
    public String weekdayName(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale());
    }

    /** Fri 27 November; the year is added when it is not this one. */
    public String day(LocalDate day) {
        String pattern = day.getYear() == LocalDate.now(clock).getYear() ? "format.day" : "format.day-year";
        return DateTimeFormatter.ofPattern(words.get(pattern), locale()).format(day);
    }

    public String day(Instant moment) {
        return day(dayOf(moment));
    }

    /** Fri 27 November, 9:00 */
    public String dayTime(Instant moment) {
        return day(moment) + ", " + time(moment);
    }

    /** Fri 27 November, 9:00–10:00; both days are named when it ends on another one. */
    public String daySpan(Instant from, Instant to) {
        return dayOf(from).equals(dayOf(to)) ? day(from) + ", " + span(from, to) : dayTime(from) + " – " + dayTime(to);
    }

    /** 23 – 29 November */
    public String week(LocalDate monday) {
        LocalDate sunday = monday.plusDays(6);
        var start = DateTimeFormatter.ofPattern(
                words.get(monday.getMonth() == sunday.getMonth() ? "format.day-of-month" : "format.day-month"), locale());
        var end = DateTimeFormatter.ofPattern(words.get("format.day-month"), locale());
        return start.format(monday) + " – " + end.format(sunday);
    }

    /** "just now", "5 min ago", "3 h ago", else the day. */
    public String ago(Instant moment) {
        Duration age = Duration.between(moment, clock.instant());
        if (age.toMinutes() < 1) {
            return words.get("format.just-now");
        }
        if (age.toHours() < 1) {
            return words.get("format.minutes-ago", age.toMinutes());
        }
        return age.toHours() < 24 ? words.get("format.hours-ago", age.toHours()) : dayTime(moment);
    }

    /** "30 minutes", "2 hours", "3 days": the largest unit that is exact. */
    public String minutes(int minutes) {
        if (minutes > 0 && minutes % 1440 == 0) {
            return words.get("format.days", minutes / 1440);
        }
        return minutes > 60 && minutes % 60 == 0
                ? words.get("format.hours", minutes / 60) : words.get("format.minutes", minutes);
    }

    /** For fields that write times by themselves. */
    public Locale locale() {
        return words.locale();
    }
}
