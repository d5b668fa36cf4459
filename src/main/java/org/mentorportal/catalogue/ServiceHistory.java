package org.mentorportal.catalogue;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.CatalogueChange.ServicePart;
import org.mentorportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** What the trail keeps of a service, and who changed what of it. */
@Component
class ServiceHistory {

    private static final String CHANGED = "changed";

    private final AuditReader trail;
    private final AccountService accounts;

    ServiceHistory(AuditReader trail, AccountService accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    static Subject subject(ServiceId service) {
        return new Subject("service", service.value());
    }

    static String state(boolean retired) {
        return retired ? "RETIRED" : "OFFERED";
    }

    /** All of the service but its name, which is a person's words. */
    static Map<String, Object> facts(ServiceInfo service, Set<ServicePart> changed) {
        return Map.of("resource", service.resource().id(), "timing", service.timing(), "capacity", service.capacity(),
                "players", service.players(), "approval", service.approval(), "limits", service.limits(), "hours", service.hours(),
                CHANGED, changed.stream().sorted().map(Enum::name).collect(joining(",")));
    }

    /** The changes after {@code version}, the oldest first. */
    List<CatalogueChange> since(ServiceId service, int version) {
        List<RecordedEvent> events = trail.since(subject(service), version);
        Map<AccountId, String> names = accounts.names(events.stream().map(event -> event.by().account()).toList());
        return events.stream().map(event -> new CatalogueChange(
                names.getOrDefault(event.by().account(), "#" + event.by().account()), event.at(), parts(event))).toList();
    }

    private static Set<ServicePart> parts(RecordedEvent event) {
        Set<ServicePart> parts = Stream.of(event.facts().getOrDefault(CHANGED, "").split(",")).filter(part -> !part.isEmpty())
                .map(ServicePart::valueOf).collect(toSet());
        if (!Objects.equals(event.from(), event.to())) {
            parts = EnumSet.copyOf(Stream.concat(parts.stream(), Stream.of(ServicePart.OFFER)).toList());
        }
        return parts;
    }
}
