package org.mentorportal.booking;

import java.time.LocalDate;
import java.util.Set;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;

/**
 * Which bookings of a student a suspension is about.
 *
 * @param first         the first day, in the school's zone
 * @param last          the last day
 * @param deadlineBinds whether what the student could no longer cancel stays: they do not leave a session by leaving a cycle
 */
public record HeldScope(AccountId student, Set<ServiceId> services, LocalDate first, LocalDate last, boolean deadlineBinds) {

    public HeldScope {
        services = Set.copyOf(services);
    }

    Long[] serviceNumbers() {
        return services.stream().map(ServiceId::value).sorted().toArray(Long[]::new);
    }
}
