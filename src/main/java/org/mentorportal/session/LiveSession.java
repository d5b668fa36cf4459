package org.mentorportal.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;

/**
 * A session as it is stored.
 *
 * @param room null where people meet at a place
 */
record LiveSession(SessionId id, ServiceId service, ResourceId resource, Instant start, Instant end, SessionStatus status,
                   @Nullable String room, int version) {
}
