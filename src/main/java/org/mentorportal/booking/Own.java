package org.mentorportal.booking;

import java.util.List;

/**
 * What is one viewer's own about a board.
 *
 * @param bookings their active bookings of the board's week and, for their quotas, all that are still to come
 * @param bars     where they cannot book, whatever is free
 */
public record Own(List<OwnBooking> bookings, List<Bar> bars) {

    static final Own NOTHING = new Own(List.of(), List.of());

    public Own {
        bookings = List.copyOf(bookings);
        bars = List.copyOf(bars);
    }
}
