package org.mentorportal.catalogue;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.catalogue.CatalogueChange.ServicePart;
import org.mentorportal.catalogue.CatalogueOutcome.AlreadySo;
import org.mentorportal.catalogue.CatalogueOutcome.Done;
import org.mentorportal.catalogue.CatalogueOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueOutcome.Stale;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/**
 * How every change of a service goes once its resource is locked: lock its row, see that it is not so already and that it is
 * still the version that the person looked at, change, write down, tell. The caller knows that the person may.
 */
@Component
class LockedService {

    private final ServiceRepository services;
    private final CatalogueCache cache;
    private final ServiceHistory history;
    private final AuditTrail trail;
    private final CatalogueChanges changes;

    LockedService(ServiceRepository services, CatalogueCache cache, ServiceHistory history, AuditTrail trail,
                  CatalogueChanges changes) {
        this.services = services;
        this.cache = cache;
        this.history = history;
        this.trail = trail;
        this.changes = changes;
    }

    /**
     * One change of a service.
     *
     * @param parts  what would be different; nothing if it is so already
     * @param broken the rule that says no to it
     * @param verb   changes the service
     * @param reason a person's words for it, or null
     */
    record Change(Function<ServiceInfo, Set<ServicePart>> parts, Function<ServiceInfo, Optional<Refused>> broken,
                  Consumer<Service> verb, @Nullable String reason) {

        /** From offered to retired or back: there is nothing about it that could be wrong. */
        static Change ofOffer(Predicate<ServiceInfo> alreadySo, Consumer<Service> verb, @Nullable String reason) {
            return new Change(service -> alreadySo.test(service) ? Set.of() : Set.of(ServicePart.OFFER), service -> Optional.empty(),
                    verb, reason);
        }
    }

    CatalogueOutcome<ServiceInfo> run(ServiceId id, int version, Change change, By by, CommandRun run) {
        ResourceInfo resource = cache.get().service(id).resource(); // before the write: the cache keeps what it reads
        Service service = services.lock(id.value()).orElseThrow();
        ServiceInfo before = service.info(resource);
        Set<ServicePart> parts = change.parts.apply(before);
        if (parts.isEmpty()) {
            return new AlreadySo<>(before);
        }
        if (version != before.version()) {
            return new Stale<>(before, history.since(id, version));
        }
        Optional<Refused> broken = change.broken.apply(before);
        return broken.isPresent() ? new NotDone<>(broken.get()) : new Done<>(changed(service, before, parts, change, by, run));
    }

    private ServiceInfo changed(Service service, ServiceInfo before, Set<ServicePart> parts, Change change, By by, CommandRun run) {
        cache.forgetAtTheEnd(before.resource().id());
        change.verb.accept(service);
        services.flush();
        ServiceInfo after = service.info(before.resource());
        trail.append(run.event(by, ServiceHistory.subject(after.id()), after.version(), ServiceHistory.state(before.retired()),
                ServiceHistory.state(after.retired())).withFacts(ServiceHistory.facts(after)).withChanged(parts)
                .withReason(change.reason));
        changes.changed(after.resource().id());
        return after;
    }
}
