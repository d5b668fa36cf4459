package org.mentorportal.booking;

import java.util.Collection;
import java.util.Map;

/** Where bookings meet, answered by the module that holds the live sessions. Bookings that have none are left out. */
public interface Meetings {

    Map<BookingId, Meeting> of(Collection<BookingId> bookings);
}
