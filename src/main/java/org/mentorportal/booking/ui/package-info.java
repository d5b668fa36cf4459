/** Booking, deciding and closing, on the screen. */
@NullMarked
package org.mentorportal.booking.ui;

import org.jspecify.annotations.NullMarked;
