package org.mentorportal.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.SearchText;

/** All resources and services at one moment; immutable, so that a screen or a rule reads it without a statement. */
public final class Catalogue {

    private final Map<ServiceId, ServiceInfo> services;
    private final Map<ResourceId, ResourceInfo> resources;

    Catalogue(Collection<ResourceInfo> resources, Collection<ServiceInfo> services) {
        this.resources = resources.stream().collect(Collectors.toUnmodifiableMap(ResourceInfo::id, Function.identity()));
        this.services = services.stream().collect(Collectors.toUnmodifiableMap(ServiceInfo::id, Function.identity()));
    }

    /** This, with what {@code newer} says about its resources and their services: neither is ever deleted. */
    Catalogue with(Catalogue newer) {
        var allResources = new HashMap<>(resources);
        allResources.putAll(newer.resources);
        var allServices = new HashMap<>(services);
        allServices.putAll(newer.services);
        return new Catalogue(allResources.values(), allServices.values());
    }

    public Optional<ServiceInfo> find(ServiceId id) {
        return Optional.ofNullable(services.get(id));
    }

    /** @throws NoSuchElementException for an id that was never given out: services are retired, never deleted */
    public ServiceInfo service(ServiceId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("service " + id));
    }

    /** Every service, retired ones too, in no order. */
    public Collection<ServiceInfo> services() {
        return services.values();
    }

    public Optional<ResourceInfo> find(ResourceId id) {
        return Optional.ofNullable(resources.get(id));
    }

    /** @throws NoSuchElementException for an id that was never given out */
    public ResourceInfo resource(ResourceId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("resource " + id));
    }

    /** What is on offer on {@code resource}, by name. */
    public List<ServiceInfo> servicesOf(ResourceId resource) {
        return services.values().stream().filter(service -> service.resource().id().equals(resource) && !service.retired())
                .sorted(Comparator.comparing(ServiceInfo::name)).toList();
    }

    /** Every service, retired ones too, whose name or whose resource's name contains {@code text}. */
    public List<ServiceInfo> named(String text) {
        return services.values().stream().filter(service -> SearchText.isIn(service.name(), text)
                || SearchText.isIn(service.resource().name(), text)).toList();
    }

    /** Every service of {@code resource}, what is retired last, by name: for those who change it. */
    public List<ServiceInfo> allServicesOf(ResourceId resource) {
        return services.values().stream().filter(service -> service.resource().id().equals(resource))
                .sorted(Comparator.comparing(ServiceInfo::retired).thenComparing(ServiceInfo::name)).toList();
    }

    /** Every resource, grounds first, by name, also one that has nothing on offer. */
    public List<ResourceInfo> allResources() {
        return resources.values().stream()
                .sorted(Comparator.comparing(ResourceInfo::kind).reversed().thenComparing(ResourceInfo::name)).toList();
    }

    /** Every resource of {@code kind} that has something on offer, by name. */
    public List<ResourceInfo> resources(ResourceKind kind) {
        return resources.values().stream()
                .filter(resource -> resource.kind() == kind && !servicesOf(resource.id()).isEmpty())
                .sorted(Comparator.comparing(ResourceInfo::name)).toList();
    }

    /** The resource that {@code mentor} is. */
    public Optional<ResourceInfo> resourceOf(AccountId mentor) {
        return resources.values().stream().filter(resource -> resource.belongsTo(mentor)).findFirst();
    }
}
