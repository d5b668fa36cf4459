/** The REST door: slots, and bookings. */
@NullMarked
package org.mentorportal.booking.api;

import org.jspecify.annotations.NullMarked;
