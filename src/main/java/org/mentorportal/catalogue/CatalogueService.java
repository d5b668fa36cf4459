package org.mentorportal.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.CatalogueOutcome.Added;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;

/** What can be booked. */
@org.springframework.stereotype.Service
public class CatalogueService {

    private final ResourceRepository resources;
    private final ServiceRepository services;
    private final CatalogueCache cache;
    private final Commands commands;
    private final AuditTrail trail;
    private final CurrentActor actor;

    CatalogueService(ResourceRepository resources, ServiceRepository services, CatalogueCache cache, Commands commands,
                     AuditTrail trail, CurrentActor actor) {
        this.resources = resources;
        this.services = services;
        this.cache = cache;
        this.commands = commands;
        this.trail = trail;
        this.actor = actor;
    }

    /** The catalogue as this node knows it; costs no statement once it is known. */
    @PermitAll
    public Catalogue current() {
        return cache.get();
    }

    /**
     * The service at its newest, for a rule inside a command.
     *
     * @param version what the database says the service's version is now
     */
    @PermitAll
    public ServiceInfo atVersion(ServiceId id, int version) {
        return cache.get().find(id).filter(known -> known.version() == version)
                .orElseGet(() -> cache.reload().service(id));
    }

    @RolesAllowed("ADMIN")
    public CatalogueOutcome<ResourceInfo> add(AddResource details, CommandKey key) {
        By by = actor.as(Role.ADMIN);
        return commands.run(details, key, actor.get(), Locks.none(), new CatalogueAnswers<>(resource -> resource.id().value(),
                id -> cache.reload().resource(new ResourceId(id))), run -> added(details, by, run));
    }

    private CatalogueOutcome<ResourceInfo> added(AddResource details, By by, CommandRun run) {
        Resource resource = resources.saveAndFlush(new Resource(details));
        ResourceInfo info = resource.info();
        trail.append(run.event(by, new Subject("resource", info.id().value()), resource.version(), null, "OFFERED")
                .withFacts(Map.of("kind", info.kind(), "mentor", info.mentor() == null ? "" : info.mentor())));
        cache.forgetAfterCommit();
        return new Added<>(info);
    }

    @RolesAllowed("ADMIN")
    public CatalogueOutcome<ServiceInfo> add(AddService details, CommandKey key) {
        By by = actor.as(Role.ADMIN);
        return commands.run(details, key, actor.get(), Locks.changeOf(details.resource().value()),
                new CatalogueAnswers<>(service -> service.id().value(), id -> cache.reload().service(new ServiceId(id))),
                run -> added(details, by, run));
    }

    private CatalogueOutcome<ServiceInfo> added(AddService details, By by, CommandRun run) {
        ResourceInfo resource = cache.get().resource(details.resource()); // before the write: the cache keeps what it reads
        Service service = services.saveAndFlush(new Service(details));
        ServiceInfo info = service.info(resource);
        trail.append(run.event(by, new Subject("service", info.id().value()), service.version(), null, "OFFERED")
                .withFacts(Map.of("resource", details.resource(), "timing", details.timing(), "capacity", details.capacity(),
                        "approval", details.approval(), "limits", details.limits())));
        cache.forgetAfterCommit();
        return new Added<>(info);
    }
}
