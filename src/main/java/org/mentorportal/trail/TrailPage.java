package org.mentorportal.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the trail, the newest first.
 *
 * @param next the id of the last line, if there are older ones
 */
public record TrailPage(List<TrailLine> lines, @Nullable Long next) {

    public TrailPage {
        lines = List.copyOf(lines);
    }
}
