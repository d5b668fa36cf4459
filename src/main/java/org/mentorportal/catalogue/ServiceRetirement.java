package org.mentorportal.catalogue;

import org.jspecify.annotations.Nullable;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The catalogue's part of retiring a service, inside the command of the module that knows what was booked; no face for
 * screens. The command holds the service's resource exclusive.
 */
@Component
public class ServiceRetirement {

    private final LockedService locked;

    ServiceRetirement(LockedService locked) {
        this.locked = locked;
    }

    /**
     * Nobody can book it from now on; what was booked is the caller's business.
     *
     * @param version the version that the person had before them
     * @param reason  the person's words, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CatalogueOutcome<ServiceInfo> retire(ServiceId service, int version, @Nullable String reason, By by, CommandRun run) {
        return locked.run(service, version, LockedService.Change.ofOffer(ServiceInfo::retired, Service::retire, reason), by, run);
    }
}
