package org.mentorportal.shared;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The database could not be asked, or not in time: nothing is wrong with what was asked, and it may be asked again. The one
 * place that tells it from a fault, for commands and for reads.
 *
 * @param state the SQL state, or a word of ours where the pool gives none
 * @param lost  whether the connection is gone, and with it the knowledge whether a commit that was on its way arrived
 */
public record Outage(String state, boolean lost) {

    /** Serialization failure, deadlock, lock not had in time, statement not done in time, too many connections. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "55P03", "57014", "53300");

    /** What the pool says, without a state, of a connection that it closed because it broke: a rollback afterwards meets it. */
    private static final String CLOSED = "closed";

    /** Ended by an administrator, a crash or a start of the server, or for being idle in a transaction. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "25P03", CLOSED);

    /** Nothing, if {@code failure} is something else. */
    public static Optional<Outage> of(Throwable failure) {
        return sqlCause(failure).flatMap(Outage::of);
    }

    private static Optional<Outage> of(SQLException cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return Optional.of(new Outage("pool", false)); // nothing was sent: no connection was had
        }
        String state = Objects.requireNonNullElse(cause.getSQLState(), CLOSED);
        boolean lost = LOST.contains(state) || state.startsWith("08");
        return lost || TRANSIENT.contains(state) ? Optional.of(new Outage(state, lost)) : Optional.empty();
    }

    /** What the database said, however deep in {@code failure} it is. */
    public static Optional<SQLException> sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }
}
