package org.mentorportal.mentorship;

import java.time.LocalDate;
import java.util.Set;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.PlainText;

public record AddCycle(String cycleName, LocalDate firstDay, LocalDate lastDay, int noShowLimit, Set<ServiceId> services)
        implements CycleTerms {

    public AddCycle {
        cycleName = PlainText.of(cycleName);
        services = Set.copyOf(services);
    }
}
