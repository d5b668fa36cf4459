package org.mentorportal.trail;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.audit.Subject;
import org.springframework.stereotype.Component;

/** Fetches chains whole, and those of what they speak of: a place in a session is told by its booking's words. */
@Component
class Histories {

    private static final Set<String> TOLD_BY_OTHERS = Set.of("reservation", "warning");
    private static final Set<String> OTHERS = Set.of("booking", "session", "enrolment");

    private final AuditReader trail;

    Histories(AuditReader trail) {
        this.trail = trail;
    }

    Map<Subject, History> of(Collection<Subject> subjects) {
        return subjects.isEmpty() ? Map.of() : trail.chains(Set.copyOf(subjects)).stream()
                .collect(groupingBy(RecordedEvent::subject, collectingAndThen(toList(), History::new)));
    }

    Map<Subject, History> withOthers(Collection<Subject> subjects) {
        var all = new HashMap<>(of(subjects));
        Set<Subject> others = all.values().stream().filter(history -> TOLD_BY_OTHERS.contains(history.first().subject().type()))
                .flatMap(Histories::others).filter(other -> !all.containsKey(other)).collect(toSet());
        all.putAll(of(others));
        return all;
    }

    private static Stream<Subject> others(History history) {
        return history.events().stream().flatMap(event -> event.facts().entrySet().stream())
                .filter(fact -> OTHERS.contains(fact.getKey())).map(fact -> new Subject(fact.getKey(), Long.parseLong(fact.getValue())));
    }
}
