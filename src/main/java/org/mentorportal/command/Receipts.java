package org.mentorportal.command;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mentorportal.audit.LastWrites;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of receipts, and the locks that a command takes before it looks for its own. */
@Component
class Receipts {

    private static final String BEGIN = "select * from begin_command(?, ?, ?, ?)";

    /** An old receipt is replaced in place; one that is still good would be a repeat that was not noticed. */
    private static final String KEEP = """
            insert into command_receipt (actor_id, command_key, command, command_id, fingerprint, outcome, subject_id,
                                         subject_state, subject_version, kept_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint uq_command_receipt do update set command = excluded.command,
              command_id = excluded.command_id, fingerprint = excluded.fingerprint, outcome = excluded.outcome,
              subject_id = excluded.subject_id, subject_state = excluded.subject_state,
              subject_version = excluded.subject_version, kept_at = excluded.kept_at
            where command_receipt.kept_at <= ?""";

    private final JdbcTemplate jdbc;
    private final LastWrites last;
    private final CommandSettings settings;

    Receipts(JdbcTemplate jdbc, LastWrites last, CommandSettings settings) {
        this.jdbc = jdbc;
        this.last = last;
        this.settings = settings;
    }

    /** Takes {@code locks} and that of the key, in order, then looks for the key's receipt, however old: one round trip. */
    Optional<Receipt.Kept> begin(Locks locks, Actor person, CommandKey key) {
        Locks all = locks.withCommand(Fingerprints.lockNumber(person.id().value(), key));
        return jdbc.execute((ConnectionCallback<Optional<Receipt.Kept>>) connection -> {
            try (var begin = connection.prepareStatement(BEGIN)) {
                begin.setArray(1, connection.createArrayOf("bigint", all.keys()));
                begin.setArray(2, connection.createArrayOf("boolean", all.exclusive()));
                begin.setLong(3, person.id().value());
                begin.setString(4, key.value());
                try (ResultSet row = begin.executeQuery()) {
                    return row.next() ? Optional.of(kept(row)) : Optional.empty();
                }
            }
        });
    }

    private static Receipt.Kept kept(ResultSet row) throws SQLException {
        return new Receipt.Kept(row.getObject("command_id", UUID.class), row.getBytes("fingerprint"), SqlTime.instant(row, "kept_at"),
                new Receipt(row.getString("outcome"), row.getLong("subject_id"), row.getString("subject_state"),
                        row.getInt("subject_version")));
    }

    boolean isGood(Receipt.Kept kept, Instant now) {
        return kept.at().isAfter(now.minus(settings.receiptAge()));
    }

    /** Written just before the commit, which fails if there is a good receipt of this key by then. */
    void keep(CommandRun run, CommandKey key, byte[] fingerprint, Receipt receipt) {
        last.add(KEEP, run.person().id().value(), key.value(), run.command(), run.id(), fingerprint,
                receipt.outcome(), receipt.subject(), receipt.state(), receipt.version(), SqlTime.utc(run.at()),
                SqlTime.utc(run.at().minus(settings.receiptAge())));
    }
}
