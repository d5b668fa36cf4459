package org.mentorportal.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.Subject;
import org.mentorportal.shared.Role;

/**
 * One event, as its reader may know it.
 *
 * @param id     in the order in which events were written
 * @param who    acted
 * @param as     in which role
 * @param said   one sentence
 * @param reason the person's words; null if there were none, if they were erased, or if they are not for this reader
 */
public record TrailLine(long id, Instant at, String who, Role as, String command, Subject subject, int seq, String said,
                        @Nullable String reason) {
}
