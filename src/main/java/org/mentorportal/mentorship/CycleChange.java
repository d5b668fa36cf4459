package org.mentorportal.mentorship;

import java.time.Instant;
import java.util.Set;
import org.mentorportal.shared.Change;

/**
 * What somebody did to a cycle while another person was writing.
 *
 * @param parts what is different now
 */
public record CycleChange(String who, Instant at, Set<CyclePart> parts) implements Change {

    /** What of a cycle can change. */
    public enum CyclePart {
        NAME, DAYS, LIMIT, SERVICES
    }

    public CycleChange {
        parts = Set.copyOf(parts);
    }
}
