package org.mentorportal.mentorship;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.Role;

/**
 * A mentee's booking of a cycle, with what its mentor said of it.
 *
 * @param held      whether the suspension that holds cancelled it, so that it would come back
 * @param mark      null = not marked, which is not an answer
 * @param markedBy  who marked it, in which role and when; null while it is not marked
 */
public record MenteeBooking(BookingId id, ServiceInfo service, Instant start, Instant end, BookingStatus status, boolean held,
                            @Nullable Mark mark, @Nullable String markedBy, @Nullable Role markedRole, @Nullable Instant markedAt) {
}
