package org.mentorportal.booking;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of many bookings, the newest first.
 *
 * @param last the booking after which the next page goes on; null if there is none
 */
public record BookingPage(List<BookingDetails> bookings, @Nullable BookingId last) {
}
