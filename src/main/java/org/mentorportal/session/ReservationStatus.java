package org.mentorportal.session;

enum ReservationStatus {
    HELD, GIVEN_UP
}
