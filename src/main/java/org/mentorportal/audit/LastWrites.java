package org.mentorportal.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows that a command writes last (its events, its news, its receipt), sent just before the commit, in the order in which
 * they were added and in as few round trips as possible: each one costs a command as much as a row. If one of them fails,
 * so does the commit.
 */
@Component
public class LastWrites {

    /** Statements in one round trip; more, for a closure of many bookings, go in several. */
    private static final int TOGETHER = 8;

    private record Row(String sql, @Nullable Object... values) {
    }

    private final JdbcTemplate jdbc;

    LastWrites(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param insert one statement that writes exactly one row, or the commit fails
     * @param values of its parameters, in order, as the driver takes them
     * @throws IllegalStateException outside a transaction
     */
    public void add(String insert, @Nullable Object... values) {
        pending().add(new Row(insert, values));
    }

    private List<Row> pending() {
        for (TransactionSynchronization known : TransactionSynchronizationManager.getSynchronizations()) {
            if (known instanceof BeforeCommit pending) {
                return pending.rows;
            }
        }
        var pending = new BeforeCommit();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending.rows;
    }

    private final class BeforeCommit implements TransactionSynchronization {

        private final List<Row> rows = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            for (int from = 0; from < rows.size(); from += TOGETHER) {
                send(rows.subList(from, Math.min(rows.size(), from + TOGETHER)));
            }
        }
    }

    private void send(List<Row> rows) {
        String all = String.join(";\n", rows.stream().map(Row::sql).toList());
        jdbc.execute(all, (PreparedStatementCallback<Void>) statement -> {
            bind(statement, rows);
            statement.execute();
            for (Row row : rows) {
                if (statement.getUpdateCount() != 1) {
                    throw new IllegalStateException("wrote nothing: " + row.sql);
                }
                statement.getMoreResults();
            }
            return null;
        });
    }

    private static void bind(PreparedStatement statement, List<Row> rows) throws SQLException {
        int parameter = 1;
        for (Row row : rows) {
            for (Object value : row.values) {
                statement.setObject(parameter++, value);
            }
        }
    }
}
