package org.mentorportal.shared.api;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The days that a call asks about, from one to another, both inclusive. */
public final class Days {

    private static final int MOST = 31;
    private static final int LAST_YEAR = 9999;

    private Days() {
    }

    /** @throws BadRequest naming {@code from} if its year is none that is written in four digits, {@code to} if they are not 1 to 31 days */
    public static void require(LocalDate from, LocalDate to) {
        if (from.getYear() < 1 || from.getYear() >= LAST_YEAR) {
            throw new BadRequest("from");
        }
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST) {
            throw new BadRequest("to");
        }
    }
}
