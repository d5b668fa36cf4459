package org.mentorportal.audit;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rows that a command writes last (its events, its news, its receipt), in the order in which they were added and in as few
 * round trips as possible, the commit in the last of them: each trip costs a command as much as a row. The server skips what
 * follows a statement that fails, so if one of them fails, nothing is committed. What Hibernate and Spring then commit is a
 * transaction that has ended, for which the driver sends nothing. So nobody may add to a transaction that is marked to be undone.
 */
@Component
public class LastWrites {

    private static final Logger log = LoggerFactory.getLogger(LastWrites.class);

    /** Statements in one round trip; more, for a closure of many bookings, go in several. */
    private static final int TOGETHER = 8;

    private record Row(String sql, @Nullable Object... values) {
    }

    private final JdbcTemplate jdbc;
    private final EntityManager entities;

    LastWrites(JdbcTemplate jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /**
     * @param insert one statement that writes exactly one row, or fails: nobody can look at what it wrote before the commit
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
            log.debug("{} rows of the trail, the inbox and the receipt, then the commit", rows.size());
            entities.flush(); // what entities still have to write comes before the commit, too
            for (int from = 0; from < rows.size(); from += TOGETHER) {
                int to = Math.min(rows.size(), from + TOGETHER);
                send(rows.subList(from, to), to == rows.size());
            }
        }
    }

    private void send(List<Row> rows, boolean last) {
        String all = rows.stream().map(Row::sql).collect(Collectors.joining(";\n", "", last ? ";\ncommit" : ""));
        jdbc.execute(all, (PreparedStatementCallback<Boolean>) statement -> {
            bind(statement, rows);
            return statement.execute();
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
