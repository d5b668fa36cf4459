package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;

/** A booking as it stands in its table; {@link BookingReader} adds the names. */
record BookingRow(BookingId id, ServiceId service, ResourceId resource, AccountId student, Instant start, Instant end,
                  Instant occupiedFrom, Instant occupiedTo, BookingStatus status, String purpose, int players, String contact,
                  AccountId requestedBy, Instant requestedAt, @Nullable AccountId decidedBy, @Nullable Instant decidedAt, @Nullable String reason,
                  int version) {

    BookingPlace place() {
        return new BookingPlace(id, service, resource, student, start, end);
    }
}
