package org.mentorportal.app.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The demo school's calendar: days are counted from today, which is 0. */
record DemoDays(Instant now, ZoneId zone) {

    static final int FIRST = -28;

    LocalDate day(int number) {
        return LocalDate.ofInstant(now, zone).plusDays(number);
    }

    /** The day itself, or the Friday before where it is a weekend. */
    LocalDate schoolDay(int number) {
        LocalDate day = day(number);
        return isWeekend(day) ? day.with(DayOfWeek.FRIDAY) : day;
    }

    Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }

    Instant at(int number, String time) {
        return at(day(number), time);
    }

    boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
