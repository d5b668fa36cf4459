package org.mentorportal.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.ServiceInfo;

/** A decision that somebody else made, as its person reads it. */
public record InboxMessage(long id, InboxKind kind, BookingId booking, ServiceInfo service, Instant start, Instant end,
                           String sender, @Nullable String reason, Instant sentAt, boolean unread) {
}
