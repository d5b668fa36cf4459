/** Booking, deciding and closing, on the screen; public is what other modules' screens show of bookings, too. */
@NamedInterface("ui")
@NullMarked
package org.mentorportal.booking.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
