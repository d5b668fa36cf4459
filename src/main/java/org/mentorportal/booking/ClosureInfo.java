package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceInfo;

/** @param resource null = the whole school */
public record ClosureInfo(ClosureId id, @Nullable ResourceInfo resource, Instant from, Instant to, String reason,
                          String closedBy, Instant closedAt) {
}
