package org.mentorportal.mentorship;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;

/**
 * A mentoring programme's period.
 *
 * @param firstDay    in the school's zone
 * @param lastDay     the last day on which its services can be booked
 * @param noShowLimit at how many no-shows the lead mentor is asked
 * @param services    what only its active mentees can book, by name
 */
public record CycleInfo(CycleId id, String name, LocalDate firstDay, LocalDate lastDay, int noShowLimit, List<ServiceInfo> services,
                        int version) {

    public CycleInfo {
        services = List.copyOf(services);
    }

    public Set<ServiceId> serviceIds() {
        return services.stream().map(ServiceInfo::id).collect(Collectors.toUnmodifiableSet());
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }
}
