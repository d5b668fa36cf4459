package org.mentorportal.session;

public record ReservationId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
