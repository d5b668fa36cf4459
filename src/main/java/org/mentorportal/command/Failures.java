package org.mentorportal.command;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.NamedConstraints;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** What a failure of the database means: the one place where SQL states and names of constraints are told apart. */
@Component
class Failures {

    /** Serialization failure, deadlock, lock not had in time, statement not done in time, too many connections. */
    private static final Set<String> TRANSIENT = Set.of("40001", "40P01", "55P03", "57014", "53300");

    /** What the pool says, without a state, of a connection that it closed because it broke: a rollback afterwards meets it. */
    private static final String CLOSED = "closed";

    /** Ended by an administrator, a crash or a start of the server, or for being idle in a transaction. */
    private static final Set<String> LOST = Set.of("57P01", "57P02", "57P03", "25P03", CLOSED);

    sealed interface Meaning {

        /** A second attempt may mend it. */
        record Transient(String state) implements Meaning {
        }

        /** The connection is gone, and with it the knowledge whether a commit that was on its way arrived. */
        record Lost(String state) implements Meaning {
        }

        /** A rule that the database keeps. */
        record Broken(String constraint, Refused why) implements Meaning {
        }

        /** @param constraint the one that nobody has words for, or null */
        record Fault(@Nullable String constraint) implements Meaning {
        }
    }

    private final Map<String, RuleId> rules = new HashMap<>();

    Failures(List<NamedConstraints> modules) {
        modules.forEach(module -> module.rules().forEach((constraint, rule) -> {
            if (rules.put(constraint, rule) != null) {
                throw new IllegalStateException(constraint + " is translated twice");
            }
        }));
    }

    Meaning meaningOf(Throwable failure) {
        if (failure instanceof OptimisticLockingFailureException) {
            return new Meaning.Transient("optimistic");
        }
        SQLException cause = sqlCause(failure);
        if (cause == null) {
            return new Meaning.Fault(null);
        }
        String state = Objects.requireNonNullElse(cause.getSQLState(), CLOSED);
        if (cause instanceof SQLTransientConnectionException) {
            return new Meaning.Transient("pool"); // nothing was sent: no connection was had
        }
        if (TRANSIENT.contains(state)) {
            return new Meaning.Transient(state);
        }
        if (LOST.contains(state) || state.startsWith("08")) {
            return new Meaning.Lost(state);
        }
        String constraint = constraint(cause);
        RuleId rule = constraint == null ? null : rules.get(constraint);
        return rule == null ? new Meaning.Fault(constraint) : new Meaning.Broken(constraint, Refused.because(rule));
    }

    private static @Nullable String constraint(SQLException cause) {
        ServerErrorMessage message = cause instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        return message == null ? null : message.getConstraint();
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
