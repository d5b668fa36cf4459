package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.AccountId;

/**
 * A booking as its people see it.
 *
 * @param decidedBy who approved, rejected, revoked or cancelled it last; null if nobody did (automatic approval)
 * @param decidedAt when; null while it waits
 * @param lapsed    it still waits, but its start has passed
 */
public record BookingDetails(BookingId id, ServiceInfo service, AccountId student, String studentName, Instant start,
                             Instant end, BookingStatus status, String purpose, int players, String contact,
                             Instant requestedAt, @Nullable String decidedBy, @Nullable Instant decidedAt,
                             @Nullable String reason, boolean lapsed, int version) {
}
