package org.mentorportal.catalogue;

import java.util.List;
import java.util.Map;
import org.mentorportal.account.ChangeHistory;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.CatalogueChange.ServicePart;
import org.springframework.stereotype.Component;

/** What the trail keeps of a service, and who changed what of it. */
@Component
class ServiceHistory {

    private final ChangeHistory history;

    ServiceHistory(ChangeHistory history) {
        this.history = history;
    }

    static Subject subject(ServiceId service) {
        return new Subject("service", service.value());
    }

    static String state(boolean retired) {
        return retired ? "RETIRED" : "OFFERED";
    }

    /** All of the service but its name, which is a person's words. */
    static Map<String, Object> facts(ServiceInfo service) {
        return Map.of("resource", service.resource().id(), "timing", service.timing(), "capacity", service.capacity(),
                "players", service.players(), "approval", service.approval(), "limits", service.limits(), "hours", service.hours());
    }

    /** The changes after {@code version}, the oldest first. */
    List<CatalogueChange> since(ServiceId service, int version) {
        return history.since(subject(service), version, ServicePart.OFFER, CatalogueChange::new);
    }
}
