/** The REST door: what can be booked. */
@NullMarked
package org.mentorportal.catalogue.api;

import org.jspecify.annotations.NullMarked;
