package org.mentorportal.mentorship;

import java.time.LocalDate;
import java.util.Set;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.PlainText;

/**
 * A cycle as it is to be from now on. Bookings that exist stay as they are, also those outside its new days or services.
 *
 * @param version the version that the person had before them when they began to write
 */
public record EditCycle(CycleId cycle, int version, String cycleName, LocalDate firstDay, LocalDate lastDay, int noShowLimit,
                        Set<ServiceId> services) implements CycleTerms {

    public EditCycle {
        cycleName = PlainText.of(cycleName);
        services = Set.copyOf(services);
    }
}
