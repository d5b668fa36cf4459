package org.mentorportal.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A trail of its own beside the portal's, in a transaction of the owner that is rolled back: free to be tampered with. */
final class TrailCopy implements AutoCloseable {

    private final Connection connection;
    final JdbcClient jdbc;

    TrailCopy(DataSource owner) throws SQLException {
        connection = owner.getConnection();
        connection.setAutoCommit(false);
        jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        run("create schema copied", "set local search_path = copied, public");
        for (String table : List.of("audit_event", "audit_reason", "audit_seal")) {
            run("create table copied.%1$s (like public.%1$s including all)".formatted(table));
        }
        run("create table copied.booking (id bigint primary key, status text not null, version integer not null)");
    }

    /** The chains of these bookings, and what of their rows the trail answers for. */
    TrailCopy of(Object... bookings) {
        String ids = String.join(",", Stream.of(bookings).map(String::valueOf).toList());
        run("insert into booking select id, status, version from public.booking where id in (%s)".formatted(ids),
                "insert into audit_event overriding system value select * from public.audit_event where subject_type = 'booking' and subject_id in (%s)".formatted(ids),
                "insert into audit_reason select * from public.audit_reason where subject_type = 'booking' and subject_id in (%s)".formatted(ids));
        return this;
    }

    void run(String... statements) {
        for (String sql : statements) {
            jdbc.sql(sql).update();
        }
    }

    Seal seal() {
        return new SealStore(jdbc).make(new By(new AccountId(1), Role.ADMIN), Instant.parse("2026-11-21T10:00:00.000001Z"));
    }

    List<String> faults() {
        return check().faults();
    }

    TrailCheck.Findings check() {
        List<TrailHead> heads = List.of(new TrailHead("booking", "booking", "t.status", jdbc));
        return new TrailCheck(new StoredChain(jdbc), new StoredKinds(heads, jdbc), heads, new StoredSeals(jdbc), jdbc).run();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
