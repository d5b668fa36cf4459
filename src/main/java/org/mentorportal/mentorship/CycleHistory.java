package org.mentorportal.mentorship;

import static java.util.stream.Collectors.joining;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentorportal.account.ChangeHistory;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.mentorship.CycleChange.CyclePart;
import org.springframework.stereotype.Component;

/** What the trail keeps of a cycle, and who changed what of it. */
@Component
class CycleHistory {

    /** A cycle has no states: it is there from the first. */
    static final String STATE = "SET";

    private final ChangeHistory history;

    CycleHistory(ChangeHistory history) {
        this.history = history;
    }

    static Subject subject(CycleId cycle) {
        return new Subject("cycle", cycle.value());
    }

    /** All of the cycle but its name, which is a person's words. */
    static Map<String, Object> facts(CycleTerms terms) {
        return Map.of("first-day", terms.firstDay(), "last-day", terms.lastDay(), "no-show-limit", terms.noShowLimit(),
                "services", terms.services().stream().map(ServiceId::value).sorted().map(String::valueOf).collect(joining(",")));
    }

    static Set<CyclePart> changes(CycleInfo before, CycleTerms terms) {
        Set<CyclePart> parts = EnumSet.noneOf(CyclePart.class);
        note(parts, CyclePart.NAME, before.name(), terms.cycleName());
        note(parts, CyclePart.DAYS, List.of(before.firstDay(), before.lastDay()), List.of(terms.firstDay(), terms.lastDay()));
        note(parts, CyclePart.LIMIT, before.noShowLimit(), terms.noShowLimit());
        note(parts, CyclePart.SERVICES, before.serviceIds(), terms.services());
        return parts;
    }

    private static void note(Set<CyclePart> parts, CyclePart part, Object before, Object after) {
        if (!before.equals(after)) {
            parts.add(part);
        }
    }

    /** The changes after {@code version}, the oldest first. */
    List<CycleChange> since(CycleId cycle, int version) {
        return history.since(subject(cycle), version, CyclePart.class, CycleChange::new);
    }
}
