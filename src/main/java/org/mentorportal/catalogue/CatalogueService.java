package org.mentorportal.catalogue;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.CatalogueChange.ServicePart;
import org.mentorportal.catalogue.CatalogueOutcome.Done;
import org.mentorportal.catalogue.CatalogueOutcome.NotDone;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can be booked. An admin changes all of it, a mentor the opening hours of their own services. A change holds the
 * resource exclusive, so that a claim is judged by the service as it was before or as it is after, never by half of it.
 */
@org.springframework.stereotype.Service
public class CatalogueService {

    private final ResourceRepository resources;
    private final ServiceRepository services;
    private final LockedService locked;
    private final CatalogueCache cache;
    private final CatalogueChanges changes;
    private final AccountService accounts;
    private final Commands commands;
    private final AuditTrail trail;
    private final CurrentActor actor;
    private final CatalogueAnswers<ServiceInfo> serviceAnswers;

    CatalogueService(ResourceRepository resources, ServiceRepository services, LockedService locked, CatalogueCache cache,
                     CatalogueChanges changes, AccountService accounts, Commands commands, AuditTrail trail, CurrentActor actor) {
        this.resources = resources;
        this.services = services;
        this.locked = locked;
        this.cache = cache;
        this.changes = changes;
        this.accounts = accounts;
        this.commands = commands;
        this.trail = trail;
        this.actor = actor;
        this.serviceAnswers = new CatalogueAnswers<>(service -> new Receipt("DONE", service.id().value(),
                ServiceHistory.state(service.retired()), service.version()), id -> cache.newest(new ServiceId(id)).service(new ServiceId(id)));
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
                .orElseGet(() -> cache.newest(id).service(id));
    }

    /** The service at its newest, whatever another node changed of it, for a rule inside a command that has not read its version. */
    @PermitAll
    @Transactional(propagation = Propagation.MANDATORY)
    public ServiceInfo newest(ServiceId id) {
        return atVersion(id, services.versionOf(id.value()));
    }

    @RolesAllowed("ADMIN")
    public CatalogueOutcome<ResourceInfo> add(AddResource details, CommandKey key) {
        By by = actor.as(Role.ADMIN);
        return commands.run(details, key, actor.get(), Locks.none(), new CatalogueAnswers<>(
                resource -> new Receipt("DONE", resource.id().value(), ServiceHistory.state(false), 1),
                id -> cache.newest(new ResourceId(id)).resource(new ResourceId(id))), run -> added(details, by, run));
    }

    private CatalogueOutcome<ResourceInfo> added(AddResource details, By by, CommandRun run) {
        Optional<Refused> broken = ServiceRules.badName(details.resourceName()).or(() -> notAMentor(details));
        if (broken.isPresent()) {
            return new NotDone<>(broken.get());
        }
        Resource resource = resources.saveAndFlush(new Resource(details));
        ResourceInfo info = resource.info();
        cache.forgetAtTheEnd(info.id());
        trail.append(run.event(by, new Subject("resource", info.id().value()), resource.version(), null, ServiceHistory.state(false))
                .withFacts(Map.of("kind", info.kind(), "mentor", info.mentor() == null ? "" : info.mentor())));
        changes.changed(info.id());
        return new Done<>(info);
    }

    private Optional<Refused> notAMentor(AddResource details) {
        return Optional.ofNullable(details.mentor()).filter(mentor -> !accounts.isActiveMentor(mentor))
                .map(mentor -> Refused.because(CatalogueRule.NOT_A_MENTOR));
    }

    @RolesAllowed("ADMIN")
    public CatalogueOutcome<ServiceInfo> add(AddService details, CommandKey key) {
        By by = actor.as(Role.ADMIN);
        Optional<ResourceInfo> resource = cache.get().find(details.resource());
        return resource.isEmpty() ? new NotDone<>(Refused.because(CatalogueRule.UNKNOWN_RESOURCE))
                : commands.run(details, key, actor.get(), Locks.changeOf(details.resource().value()), serviceAnswers,
                        run -> added(details, resource.get(), by, run));
    }

    private CatalogueOutcome<ServiceInfo> added(AddService details, ResourceInfo resource, By by, CommandRun run) {
        Optional<Refused> broken = ServiceRules.broken(details, resource).stream().findFirst();
        if (broken.isPresent()) {
            return new NotDone<>(broken.get());
        }
        cache.forgetAtTheEnd(resource.id());
        ServiceInfo info = services.saveAndFlush(new Service(details)).info(resource);
        trail.append(run.event(by, ServiceHistory.subject(info.id()), info.version(), null, ServiceHistory.state(false))
                .withFacts(ServiceHistory.facts(info)));
        changes.changed(resource.id());
        return new Done<>(info);
    }

    /** An edit that changes nothing is told so whatever its version; one of an older version changes nothing either. */
    @RolesAllowed("ADMIN")
    public CatalogueOutcome<ServiceInfo> edit(EditService edit, CommandKey key) {
        return change(edit, edit.service(), edit.version(), key, CatalogueService::asAdmin, new LockedService.Change(edit::changes,
                service -> ServiceRules.broken(edit, service.resource()).stream().findFirst(), service -> service.edit(edit), null));
    }

    /** By the service's own mentor, or an admin. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public CatalogueOutcome<ServiceInfo> edit(EditHours edit, CommandKey key) {
        return change(edit, edit.service(), edit.version(), key, (person, service) -> service.asItsStaff(person), new LockedService.Change(
                service -> service.hours().equals(edit.hours()) ? Set.of() : Set.of(ServicePart.HOURS),
                service -> ServiceRules.broken(edit.hours()).stream().findFirst(), service -> service.edit(edit), null));
    }

    /** Bookings that its retirement cancelled stay cancelled. */
    @RolesAllowed("ADMIN")
    public CatalogueOutcome<ServiceInfo> offerAgain(OfferService offer, CommandKey key) {
        return change(offer, offer.service(), offer.version(), key, CatalogueService::asAdmin,
                LockedService.Change.ofOffer(service -> !service.retired(), Service::offerAgain, null));
    }

    private CatalogueOutcome<ServiceInfo> change(Command command, ServiceId id, int version, CommandKey key,
                                                 BiFunction<Actor, ServiceInfo, Optional<By>> right, LockedService.Change change) {
        Actor person = actor.get();
        Optional<ServiceInfo> service = cache.get().find(id);
        Optional<By> by = service.flatMap(known -> right.apply(person, known));
        return by.isEmpty() ? new NotDone<>(Refused.because(CatalogueRule.UNKNOWN_SERVICE))
                : commands.run(command, key, person, Locks.changeOf(service.orElseThrow().resource().id().value()), serviceAnswers,
                        run -> locked.run(id, version, change, by.get(), run));
    }

    private static Optional<By> asAdmin(Actor person, ServiceInfo service) {
        return person.asFirstOf(Role.ADMIN);
    }
}
