package org.mentorportal.command;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;

/** Tells the failures that a second attempt may mend from those that it will not. */
final class TransientFailure {

    /** Serialization failure, deadlock, lock not had in time, statement not done in time. */
    private static final Set<String> STATES = Set.of("40001", "40P01", "55P03", "57014");

    private TransientFailure() {
    }

    static boolean is(Throwable failure) {
        if (failure instanceof OptimisticLockingFailureException) {
            return true;
        }
        SQLException cause = sqlCause(failure);
        return cause != null
                && (cause instanceof SQLTransientConnectionException || STATES.contains(String.valueOf(cause.getSQLState())));
    }

    static String sqlState(Throwable failure) {
        SQLException cause = sqlCause(failure);
        return cause == null ? failure.getClass().getSimpleName() : "SQL state " + cause.getSQLState();
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
