package org.mentorportal.mentorship;

import java.util.List;
import org.mentorportal.booking.RestoreLine;

/** @param lines what its end brought back, what not and why, and what was newly made, by start */
public record PastSuspension(SuspensionDetails suspension, List<RestoreLine> lines) {

    public PastSuspension {
        lines = List.copyOf(lines);
    }
}
