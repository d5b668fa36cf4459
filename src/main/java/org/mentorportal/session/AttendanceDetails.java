package org.mentorportal.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Role;

/**
 * A booking's place in a live session, and what its mentor said of it.
 *
 * @param mark     null while nobody marked it
 * @param markedAs in which role: an ADMIN does it on the mentor's behalf
 */
public record AttendanceDetails(BookingId booking, ReservationId reservation, SessionId session, ServiceInfo service, AccountId student,
                                String studentName, Instant start, Instant end, @Nullable Mark mark, @Nullable String markedBy,
                                @Nullable Role markedAs, @Nullable Instant markedAt, int version) {

    /** With the mark that it had at that version; who gave it is known only of the one that it has. */
    AttendanceDetails asItWas(@Nullable Mark firstMark, int firstVersion) {
        return version == firstVersion ? this : new AttendanceDetails(booking, reservation, session, service, student, studentName,
                start, end, firstMark, null, null, null, firstVersion);
    }
}
