package org.mentorportal.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.By;

/** A state change as the trail remembers it; see {@link AuditEvent}. */
public record RecordedEvent(Subject subject, int seq, Instant at, By by, String command, @Nullable String from, String to,
                            Map<String, String> facts) {
}
