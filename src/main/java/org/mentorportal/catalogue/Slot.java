package org.mentorportal.catalogue;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A bookable time of a service, derived and never stored.
 *
 * @param day          the start's day in the school's zone
 * @param occupiedFrom start less the buffer before
 * @param occupiedTo   end plus the buffer after; the occupied time is half-open
 * @param opensAt      from when a student may request it
 * @param lapsesAt     from when a student can no longer request it (the start, less the notice)
 */
public record Slot(ServiceId service, Instant start, Instant end, LocalDate day, Instant occupiedFrom, Instant occupiedTo,
                   Instant opensAt, Instant lapsesAt) {
}
