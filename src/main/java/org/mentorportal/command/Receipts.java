package org.mentorportal.command;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.LastWrites;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.SqlTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of receipts, and how a command begins: with its locks, then a look for its own receipt. */
@Component
class Receipts {

    private static final Logger log = LoggerFactory.getLogger(Receipts.class);

    /**
     * One round trip, but a statement each: what is read in one statement with a lock is older than the lock. Until the transaction
     * ends, statements are planned once per connection: a command's are by key, and planning a claim costs as much as running it.
     */
    private static final String BEGIN = """
            select take_locks(:commandLocks, :commandExclusive), set_config('plan_cache_mode', 'force_generic_plan', true);
            select * from command_receipt where actor_id = :commandActor and command_key = :commandKey""";

    /** An old receipt is replaced in place. One that is still good would be a repeat that was not noticed: it gets no moment, which the column refuses. */
    private static final String KEEP = """
            insert into command_receipt (actor_id, command_key, command, command_id, fingerprint, outcome, subject_id,
                                         subject_state, subject_version, kept_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint uq_command_receipt do update set command = excluded.command,
              command_id = excluded.command_id, fingerprint = excluded.fingerprint, outcome = excluded.outcome,
              subject_id = excluded.subject_id, subject_state = excluded.subject_state,
              subject_version = excluded.subject_version,
              kept_at = case when command_receipt.kept_at <= ? then excluded.kept_at end""";

    private final NamedParameterJdbcTemplate jdbc;
    private final LastWrites last;
    private final CommandSettings settings;

    Receipts(NamedParameterJdbcTemplate jdbc, LastWrites last, CommandSettings settings) {
        this.jdbc = jdbc;
        this.last = last;
        this.settings = settings;
    }

    /** @param first what was read after the locks */
    record Begun<T>(Optional<Receipt.Kept> kept, T first) {
    }

    /** Takes {@code locks} and that of the key, in order, then looks for the key's receipt, however old, and reads {@code first}. */
    <T> Begun<T> begin(Locks locks, Actor person, CommandKey key, FirstRead<T> first) {
        Locks all = locks.withCommand(Fingerprints.lockNumber(person.id().value(), key));
        var values = new HashMap<String, @Nullable Object>(first.values());
        values.put("commandLocks", all.keys());
        values.put("commandExclusive", all.exclusive());
        values.put("commandActor", person.id().value());
        values.put("commandKey", key.value());
        return jdbc.execute(BEGIN + ";\n" + first.query(), values, begin -> {
            begin.execute();
            ResultSet kept = next(begin);
            var receipt = kept.next() ? Optional.of(kept(kept)) : Optional.<Receipt.Kept>empty();
            ResultSet read = next(begin);
            read.next();
            return new Begun<>(receipt, first.row().mapRow(read, 0));
        });
    }

    /** The driver closes the result before. */
    private static ResultSet next(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        return statement.getResultSet();
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
        log.debug("receipt: {} {} {}, version {}", receipt.outcome(), receipt.subject(), receipt.state(), receipt.version());
        last.add(KEEP, run.person().id().value(), key.value(), run.command(), run.id(), fingerprint,
                receipt.outcome(), receipt.subject(), receipt.state(), receipt.version(), SqlTime.utc(run.at()),
                SqlTime.utc(run.at().minus(settings.receiptAge())));
    }
}
