package org.mentorportal.booking.ui;

import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceInfo;

/** What a closure can be of. @param resource null = the whole school */
record ClosedPlace(@Nullable ResourceInfo resource, String name) {
}
