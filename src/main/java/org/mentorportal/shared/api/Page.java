package org.mentorportal.shared.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, or a part of one.
 *
 * @param next what to send as {@code after} for the part that follows; null if this was the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** A list that is given whole. */
    public static <T> Page<T> whole(List<T> items) {
        return new Page<>(items, null);
    }
}
