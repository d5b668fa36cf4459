package org.mentorportal.app.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.AddResource;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.CatalogueOutcome.Done;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;

/** What the demo school offers. */
final class DemoCatalogue {

    private final CatalogueService catalogue;
    private final CurrentActor actor;
    private final DemoPeople people;
    private final Map<String, ResourceInfo> resources = new LinkedHashMap<>();
    private final Map<List<String>, ServiceInfo> services = new LinkedHashMap<>();

    DemoCatalogue(CatalogueService catalogue, CurrentActor actor, DemoPeople people) {
        this.catalogue = catalogue;
        this.actor = actor;
        this.people = people;
    }

    void offer(DemoDays days) {
        DemoFile.rows("services.txt").forEach(row -> {
            ResourceInfo resource = resources.computeIfAbsent(row.getFirst(), this::added);
            services.put(row.subList(0, 2), added(DemoOffer.of(row, resource.id(), days)));
        });
    }

    private ResourceInfo added(String key) {
        if (!key.startsWith("mentor")) {
            return added(new AddResource(key, null));
        }
        AccountInfo mentor = people.get(key);
        return added(new AddResource(mentor.displayName(), mentor.id()));
    }

    private ResourceInfo added(AddResource details) {
        return ((Done<ResourceInfo>) asSetUp(() -> catalogue.add(details, CommandKey.fresh()))).thing();
    }

    private ServiceInfo added(AddService details) {
        return ((Done<ServiceInfo>) asSetUp(() -> catalogue.add(details, CommandKey.fresh()))).thing();
    }

    ResourceInfo resource(String key) {
        return Objects.requireNonNull(resources.get(key), key);
    }

    ServiceInfo service(String resource, String name) {
        return Objects.requireNonNull(services.get(List.of(resource, name)), name);
    }

    List<ServiceInfo> services() {
        return List.copyOf(services.values());
    }

    private <T> T asSetUp(Supplier<T> work) {
        return actor.actingAs(CurrentActor.setUp(), work);
    }
}
