package org.mentorportal.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.audit.Subject;
import org.springframework.stereotype.Component;

/** Who changed what of something, from the trail: for whoever saved an older version of it. */
@Component
public class ChangeHistory {

    private final AuditReader trail;
    private final AccountService accounts;

    ChangeHistory(AuditReader trail, AccountService accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    /** One change, as its module tells it. */
    public interface Told<P, C> {

        C as(String who, Instant at, Set<P> parts);
    }

    /**
     * The changes after {@code version}, the oldest first.
     *
     * @param state the part that a change of state is
     */
    public <P extends Enum<P>, C> List<C> since(Subject subject, int version, P state, Told<P, C> told) {
        return changes(subject, version, event -> parts(event, state), told);
    }

    /** The same of what has no states. */
    public <P extends Enum<P>, C> List<C> since(Subject subject, int version, Class<P> parts, Told<P, C> told) {
        return changes(subject, version, event -> event.changed(parts), told);
    }

    private <P extends Enum<P>, C> List<C> changes(Subject subject, int version, Function<RecordedEvent, Set<P>> parts, Told<P, C> told) {
        List<RecordedEvent> events = trail.since(subject, version);
        DisplayNames names = accounts.names(events.stream().map(event -> event.by().account()).toList());
        return events.stream().map(event -> told.as(names.of(event.by().account()), event.at(),
                parts.apply(event))).toList();
    }

    private static <P extends Enum<P>> Set<P> parts(RecordedEvent event, P state) {
        Set<P> parts = event.changed(state.getDeclaringClass());
        if (event.changedTheState()) {
            parts.add(state);
        }
        return parts;
    }
}
