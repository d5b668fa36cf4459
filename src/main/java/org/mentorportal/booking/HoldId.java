package org.mentorportal.booking;

/** What a closure (or a suspension) is to the bookings that it cancelled. */
public record HoldId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
