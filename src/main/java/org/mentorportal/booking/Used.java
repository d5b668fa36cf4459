package org.mentorportal.booking;

import java.time.Instant;
import java.util.List;

/**
 * What a student has of one service, for its quotas: approved bookings, and requests that wait and have not lapsed.
 *
 * @param day    on the slot's day
 * @param week   in the slot's week, Monday to Sunday
 * @param toCome the starts of those that have not begun yet, whenever, the soonest first
 * @param held   that hold the slot's day for a service of one a day, lapsed requests too: the database counts them
 */
record Used(int day, int week, List<Instant> toCome, int held) {

    Used {
        toCome = List.copyOf(toCome);
    }
}
