package org.mentorportal.booking.ui;

import org.mentorportal.booking.BookingDetails;

/** What a person says about a booking. */
record Details(String purpose, int players, String contact) {

    static Details of(BookingDetails booking) {
        return new Details(booking.purpose(), booking.players(), booking.contact());
    }

    /** What the person did not touch follows; what they wrote stays. */
    Details rebased(Details before, Details now) {
        return new Details(purpose.equals(before.purpose) ? now.purpose : purpose, players == before.players ? now.players : players,
                contact.equals(before.contact) ? now.contact : contact);
    }
}
