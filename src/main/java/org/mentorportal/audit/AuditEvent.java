package org.mentorportal.audit;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.By;

/**
 * One state change, as the trail keeps it.
 *
 * @param seq    the version that the change gave the subject, from 1 without a gap
 * @param at     microseconds, UTC
 * @param from   the state before; null for what did not exist
 * @param reason a person's words; kept in an erasable table, of which the event holds a salted hash only
 * @param facts  ids, times and numbers from which the subject's state can be rebuilt; never a name or free text
 */
public record AuditEvent(Subject subject, int seq, Instant at, By by, String command, UUID commandId,
                         @Nullable String from, String to, @Nullable String reason, SortedMap<String, String> facts) {

    static final String CHANGED = "changed";

    public AuditEvent withReason(@Nullable String why) {
        return new AuditEvent(subject, seq, at, by, command, commandId, from, to, why, facts);
    }

    /** Names the parts that it changed, besides the state. */
    public AuditEvent withChanged(Set<? extends Enum<?>> parts) {
        return withFacts(Map.of(CHANGED, parts.stream().sorted(Comparator.comparing(Enum::ordinal)).map(Enum::name).collect(joining(","))));
    }

    public AuditEvent withFacts(Map<String, ?> more) {
        var all = new TreeMap<>(facts);
        more.forEach((name, value) -> all.put(name, String.valueOf(value)));
        return new AuditEvent(subject, seq, at, by, command, commandId, from, to, reason, all);
    }
}
