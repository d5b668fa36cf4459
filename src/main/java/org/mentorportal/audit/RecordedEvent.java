package org.mentorportal.audit;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.By;

/**
 * A state change as the trail remembers it; see {@link AuditEvent}.
 *
 * @param id in the order in which events were written, over all subjects
 */
public record RecordedEvent(long id, Subject subject, int seq, Instant at, By by, String command, UUID commandId, @Nullable String from,
                            String to, Map<String, String> facts) {

    /** Which parts of its subject it changed, besides the state. */
    public <P extends Enum<P>> Set<P> changed(Class<P> parts) {
        Set<P> changed = EnumSet.noneOf(parts);
        Stream.of(facts.getOrDefault(AuditEvent.CHANGED, "").split(",")).filter(part -> !part.isEmpty())
                .forEach(part -> changed.add(Enum.valueOf(parts, part)));
        return changed;
    }

    public boolean changedTheState() {
        return !Objects.equals(from, to);
    }
}
