package org.mentorportal.command;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * What a command reads as soon as it has its locks. It goes to the database in the locks' own round trip, as a statement of its
 * own after them, so that it sees whatever they waited for.
 *
 * @param query  of exactly one row, with named parameters; no name begins with {@code command}
 * @param values of its parameters, by name
 */
public record FirstRead<T>(String query, Map<String, ? extends @Nullable Object> values, RowMapper<T> row) {

    /** For commands that begin with what they load themselves. */
    static final FirstRead<Boolean> NOTHING = new FirstRead<>("select true", Map.of(), (row, number) -> row.getBoolean(1));
}
