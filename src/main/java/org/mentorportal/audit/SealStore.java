package org.mentorportal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.SqlTime;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes and finds the trail's seals; nobody changes or removes one. */
@Component
public class SealStore {

    static final short FORMAT = 1;

    private static final String MAKE = """
            insert into audit_seal (number, after_id, up_to_id, events, events_hash, at, actor_id, actor_role, format, canonical, previous_hash, hash)
            values (:number, :after, :upTo, :events, :eventsHash, :at, :actor, :role, :format, :canonical, :previous,
                    sha256(coalesce(:previous, ''::bytea) || convert_to(:canonical, 'UTF8')))
            on conflict (number) do nothing returning hash
            """;
    private static final String SEALS = "select number, up_to_id, events, at, actor_id, actor_role, hash from audit_seal ";

    private final JdbcClient jdbc;
    private final SealedEvents events;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.events = new SealedEvents(jdbc);
    }

    /**
     * Seals all that was committed since the last seal: waits for the commands that are just being written, for none that begins
     * later.
     *
     * @throws OptimisticLockingFailureException if somebody else made this seal meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Seal make(By by, Instant at) {
        Optional<Seal> last = last(); // first: a seal that is made meanwhile may go further than what is settled here, and takes this number
        long settled = jdbc.sql("select audit_settled()").query(Long.class).single();
        long number = last.map(Seal::number).orElse(0L) + 1;
        long after = last.map(Seal::upTo).orElse(0L);
        SealedEvents.Digest digest = events.digest(after, settled);
        String canonical = canonical(number, after, settled, digest, at, by);
        return jdbc.sql(MAKE).param("number", number).param("after", after).param("upTo", settled).param("events", digest.events())
                .param("eventsHash", digest.hash()).param("at", SqlTime.utc(at)).param("actor", by.account().value())
                .param("role", by.role().name()).param("format", FORMAT).param("canonical", canonical)
                .param("previous", last.map(Seal::hash).orElse(null)).query(byte[].class).optional()
                .map(hash -> new Seal(number, settled, digest.events(), at, by, hash))
                .orElseThrow(() -> new OptimisticLockingFailureException("seal " + number + " was made meanwhile"));
    }

    /** The text that is hashed; its shape belongs to {@link #FORMAT} and never changes under the same number. */
    static String canonical(long number, long after, long upTo, SealedEvents.Digest digest, Instant at, By by) {
        return "seal=%d\nafter=%d\nup-to=%d\nevents=%d\nevents-hash=%s\nat=%s\nactor=%s\nrole=%s\n".formatted(number, after, upTo,
                digest.events(), HexFormat.of().formatHex(digest.hash()), at, by.account(), by.role());
    }

    private Optional<Seal> last() {
        return jdbc.sql(SEALS + "order by number desc limit 1").query(SealStore::seal).optional();
    }

    public Optional<Seal> find(long number) {
        return jdbc.sql(SEALS + "where number = ?").param(number).query(SealStore::seal).optional();
    }

    /** At most {@code most}. */
    @Transactional(readOnly = true)
    public List<Seal> newest(int most) {
        return jdbc.sql(SEALS + "order by number desc limit ?").param(most).query(SealStore::seal).list();
    }

    private static Seal seal(ResultSet row, int n) throws SQLException {
        return new Seal(row.getLong("number"), row.getLong("up_to_id"), row.getLong("events"), SqlTime.instant(row, "at"),
                new By(new AccountId(row.getLong("actor_id")), Role.valueOf(row.getString("actor_role"))), row.getBytes("hash"));
    }
}
