package org.mentorportal.booking;

import java.time.Instant;
import java.util.Set;
import org.mentorportal.shared.Change;

/**
 * What somebody did to a booking while another person was writing.
 *
 * @param parts what is different now
 */
public record BookingChange(String who, Instant at, Set<BookingPart> parts) implements Change {

    /** What of a booking can change. */
    public enum BookingPart {
        STATUS, TIME, PURPOSE, PLAYERS, CONTACT
    }

    public BookingChange {
        parts = Set.copyOf(parts);
    }
}
