package org.mentorportal.catalogue;

import java.time.Instant;
import java.util.Set;
import org.mentorportal.shared.Change;

/**
 * What somebody did to a service while another person was writing.
 *
 * @param parts what is different now
 */
public record CatalogueChange(String who, Instant at, Set<ServicePart> parts) implements Change {

    /** What of a service can change. */
    public enum ServicePart {
        NAME, TIMES, SEATS, PLAYERS, APPROVAL, LIMITS, HOURS, OFFER
    }

    public CatalogueChange {
        parts = Set.copyOf(parts);
    }
}
