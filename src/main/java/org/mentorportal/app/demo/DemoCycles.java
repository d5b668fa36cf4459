package org.mentorportal.app.demo;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.CycleInfo;

/** The demo school's mentoring programmes: cycles.txt. Their services are booked by their mentees alone. */
final class DemoCycles {

    private final Map<String, CycleInfo> byName = new LinkedHashMap<>();

    DemoCycles(DemoCatalogue catalogue, DemoMentoring mentoring, DemoDays days) {
        DemoFile.rows("cycles.txt").forEach(row -> {
            Set<ServiceId> services = Arrays.stream(row.get(5).split(", ")).map(mentor -> catalogue.service(mentor, row.get(4)).id())
                    .collect(Collectors.toSet());
            var cycle = new AddCycle(row.get(0), days.day(Integer.parseInt(row.get(1))), days.day(Integer.parseInt(row.get(2))),
                    Integer.parseInt(row.get(3)), services);
            byName.put(row.get(0), mentoring.add(cycle, days.at(DemoDays.FIRST, "07:45")));
        });
    }

    CycleInfo get(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }

    /** What the mentor gives in the cycle. */
    static ServiceInfo service(CycleInfo cycle, AccountInfo mentor) {
        return cycle.services().stream().filter(service -> service.resource().belongsTo(mentor.id())).findFirst().orElseThrow();
    }

    boolean has(ServiceId service) {
        return byName.values().stream().anyMatch(cycle -> cycle.serviceIds().contains(service));
    }
}
