package org.mentorportal.session;

import java.time.Instant;
import java.util.List;
import org.mentorportal.booking.Meeting;
import org.mentorportal.catalogue.ServiceInfo;

/**
 * A live session as one person sees it.
 *
 * @param participants who holds a place in it; to a student only they themselves
 */
public record SessionDetails(SessionId id, ServiceInfo service, Instant start, Instant end, SessionStatus status, Meeting meeting,
                             List<AttendanceDetails> participants) {

    public SessionDetails {
        participants = List.copyOf(participants);
    }
}
