package org.mentorportal.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The places that wait for a person's mark.
 *
 * @param places  the longest ended first, up to {@link SessionService#MOST}
 * @param count   of all of them
 * @param nextEnd when the next one joins them if nothing else changes; null if none is to come
 */
public record Waiting(List<AttendanceDetails> places, int count, @Nullable Instant nextEnd) {

    public static final Waiting NOTHING = new Waiting(List.of(), 0, null);

    public Waiting {
        places = List.copyOf(places);
    }
}
