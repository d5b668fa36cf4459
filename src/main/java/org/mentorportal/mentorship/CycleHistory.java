package org.mentorportal.mentorship;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.mentorship.CycleChange.CyclePart;
import org.mentorportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** What the trail keeps of a cycle, and who changed what of it. */
@Component
class CycleHistory {

    /** A cycle has no states: it is there from the first. */
    static final String STATE = "SET";
    private static final String CHANGED = "changed";

    private final AuditReader trail;
    private final AccountService accounts;

    CycleHistory(AuditReader trail, AccountService accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    static Subject subject(CycleId cycle) {
        return new Subject("cycle", cycle.value());
    }

    /** All of the cycle but its name, which is a person's words. */
    static Map<String, Object> facts(CycleTerms terms, Set<CyclePart> changed) {
        return Map.of("first-day", terms.firstDay(), "last-day", terms.lastDay(), "no-show-limit", terms.noShowLimit(),
                "services", terms.services().stream().map(ServiceId::value).sorted().map(String::valueOf).collect(joining(",")),
                CHANGED, changed.stream().sorted().map(Enum::name).collect(joining(",")));
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
        List<RecordedEvent> events = trail.since(subject(cycle), version);
        Map<AccountId, String> names = accounts.names(events.stream().map(event -> event.by().account()).toList());
        return events.stream().map(event -> new CycleChange(names.getOrDefault(event.by().account(), "#" + event.by().account()),
                event.at(), parts(event))).toList();
    }

    private static Set<CyclePart> parts(RecordedEvent event) {
        return Stream.of(event.facts().getOrDefault(CHANGED, "").split(",")).filter(part -> !part.isEmpty()).map(CyclePart::valueOf)
                .collect(toSet());
    }
}
