package org.mentorportal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mentorportal.support.Desk.done;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * F2, X26: what the application's user is refused, its owner does here in eight ways, on a copy; each is found, and the first
 * bad event named. Whoever also makes every hash anew, and the tables fit, is found by the seals.
 */
@PortalTest
class TamperingTest {

    /** What a careful forger does after it: each event follows the one before it again, by its own columns. */
    private static final String HASHES_ANEW = """
            do $$
            declare e record; last bytea;
            begin
              for e in select * from audit_event order by subject_type, subject_id, seq loop
                update audit_event set canonical = regexp_replace(regexp_replace(regexp_replace(e.canonical, '^subject=[^\\n]*', 'subject=' || e.subject_type || ':' || e.subject_id),
                  '\\nseq=\\d+', E'\\nseq=' || e.seq), '\\nto=[^\\n]*', E'\\nto=' || e.state_to) where id = e.id returning canonical into e.canonical;
                update audit_event set previous_hash = case when e.seq > 1 then last end,
                  hash = sha256(coalesce(case when e.seq > 1 then last end, ''::bytea) || convert_to(e.canonical, 'UTF8')) where id = e.id
                  returning hash into last;
              end loop;
            end $$
            """;

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    DataSource application;
    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    private BookingDetails one;
    private BookingDetails other;
    private TrailCopy copy;

    @BeforeEach
    void twoBookingsWithThreeEventsEach() throws SQLException {
        one = revoked();
        other = revoked();
        copy = new TrailCopy(owner).of(one.id(), other.id());
        assertThat(copy.faults()).isEmpty();
    }

    private BookingDetails revoked() {
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(5, "10:00"));
        done(desk.approve(school.principal(), booking));
        return done(desk.revoke(school.principal(), booking, "Floodlights are broken"));
    }

    @AfterEach
    void nothingOfItStays() throws SQLException {
        copy.close();
    }

    private static String event(BookingDetails booking, int seq) {
        return "subject_type = 'booking' and subject_id = " + booking.id() + " and seq = " + seq;
    }

    private static String named(BookingDetails booking, int seq) {
        return "booking " + booking.id() + ", event " + seq + ": ";
    }

    private void assertFound(String fault, String... plant) {
        copy.run(plant);
        assertThat(copy.faults()).isNotEmpty().first().isEqualTo(fault);
    }

    /** The same, done so well that only the seal can tell. */
    private void assertFoundBySealOnly(String... plant) {
        copy.seal();
        assertThat(copy.faults()).isEmpty();
        copy.run(plant);
        copy.run(HASHES_ANEW);
        assertThat(copy.faults()).singleElement().asString().startsWith("seal 1: of events 1 to ").contains(" it covers 6, there are ");
    }

    // What the application's user is refused

    @Test
    void x26ApplicationsUserCanNeitherChangeNorRemoveEventsAndSeals() throws SQLException {
        for (String sql : List.of("update audit_event set state_to = 'APPROVED'", "delete from audit_event", "truncate audit_event cascade",
                "update audit_seal set events = 0", "delete from audit_seal", "truncate audit_seal", "update audit_reason set reason = ''",
                "alter table audit_event disable trigger all")) {
            assertThat(refusal(sql)).as(sql).isEqualTo("42501");
        }
    }

    private String refusal(String sql) throws SQLException {
        try (Connection connection = application.getConnection()) {
            PSQLException refused = catchThrowableOfType(PSQLException.class, () -> connection.createStatement().execute(sql));
            return refused.getSQLState();
        }
    }

    // Edit

    @Test
    void x26EditedEventIsFound() {
        assertFound(named(one, 2) + "it was changed after it was written",
                "update audit_event set canonical = replace(canonical, 'actor=', 'actor=9') where " + event(one, 2));
    }

    @Test
    void x26EditWithEveryHashMadeAnewIsFoundByTheSeal() {
        assertFoundBySealOnly("update audit_event set canonical = regexp_replace(canonical, 'seat=1', 'seat=2') where " + event(one, 1));
    }

    // Delete one

    @Test
    void x26DeletedEventIsFound() {
        assertFound(named(one, 3) + "the event before it is missing", "delete from audit_event where " + event(one, 2));
    }

    @Test
    void x26DeletionWithTheRestMovedUpIsFoundByTheSeal() {
        assertFoundBySealOnly("delete from audit_reason", "delete from audit_event where " + event(one, 2), "update audit_event set seq = 2 where " + event(one, 3),
                "update booking set version = 2 where id = " + one.id());
    }

    // Delete a whole chain

    @Test
    void x26RemovedChainIsFound() {
        assertFound("booking " + one.id() + " is REVOKED at version 3, its trail ends before it begins",
                "delete from audit_reason", "delete from audit_event where subject_id = " + one.id());
    }

    @Test
    void x26ChainRemovedWithItsRowIsFoundByTheSeal() {
        assertFoundBySealOnly("delete from audit_reason", "delete from audit_event where subject_id = " + one.id(), "delete from booking where id = " + one.id());
    }

    // Insert

    private static final String FORGED = """
            insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id, state_from, state_to, format, canonical,
                                     previous_hash, hash)
            select 'booking', %1$s, %2$d, at, actor_id, actor_role, command, command_id, state_from, state_to, format, canonical, %3$s, hash
            from audit_event where %4$s
            """;

    @Test
    void x26InsertedEventIsFound() {
        assertFound(named(one, 4) + "it was changed after it was written", FORGED.formatted(one.id(), 4, "hash", event(one, 3)));
    }

    @Test
    void x26InsertionWithTheRestMovedDownIsFoundByTheSeal() {
        assertFoundBySealOnly("delete from audit_reason", "update audit_event set seq = 4 where " + event(one, 3),
                FORGED.formatted(one.id(), 3, "hash", event(one, 2)),
                "update booking set version = 4 where id = " + one.id());
    }

    @Test
    void x26ChainOfNothingIsFound() {
        copy.run(FORGED.formatted(-1, 1, "null", event(one, 1)), HASHES_ANEW);
        assertThat(copy.faults()).containsExactly("booking -1 is gone, its trail is not");
    }

    // Reorder

    @Test
    void x26ReorderedEventsAreFound() {
        assertFound(named(one, 3) + "it was changed after it was written", exchange(one, 2, one, 3));
    }

    @Test
    void x26ReorderingWithEveryHashMadeAnewIsFoundByTheSeal() {
        assertFoundBySealOnly(with(exchange(one, 1, one, 2), "delete from audit_reason"));
    }

    // Swap between chains

    @Test
    void x26SwappedEventsAreFound() {
        assertFound(named(other, 2) + "it was changed after it was written", exchange(one, 2, other, 2));
    }

    @Test
    void x26SwapWithEveryHashMadeAnewIsFoundByTheSeal() {
        assertFoundBySealOnly(with(exchange(one, 2, other, 2), "delete from audit_reason"));
    }

    /** The two change places; the chains are linked as before, so that only what was hashed tells. */
    private static String[] exchange(BookingDetails first, int seq, BookingDetails second, int otherSeq) {
        String both = " from audit_event a, audit_event b where " + event("a", first, seq) + " and " + event("b", second, otherSeq);
        return new String[] {"delete from audit_reason",
            "create table exchanged as select a.id, b.subject_id, b.seq, b.previous_hash" + both
                    + " union all select b.id, a.subject_id, a.seq, a.previous_hash" + both,
            "update audit_event set seq = seq + 1000, previous_hash = hash where id in (select id from exchanged)",
            "update audit_event e set subject_id = x.subject_id, seq = x.seq, previous_hash = x.previous_hash from exchanged x where e.id = x.id"};
    }

    private static String event(String alias, BookingDetails booking, int seq) {
        return "%1$s.subject_type = 'booking' and %1$s.subject_id = %2$s and %1$s.seq = %3$d".formatted(alias, booking.id(), seq);
    }

    private static String[] with(String[] plant, String more) {
        var all = new ArrayList<>(List.of(plant));
        all.add(more);
        return all.toArray(String[]::new);
    }

    // Cut the tail

    @Test
    void x26CutTailIsFound() {
        assertFound("booking " + one.id() + " is REVOKED at version 3, its trail ends APPROVED at 2",
                "delete from audit_reason", "delete from audit_event where " + event(one, 3));
    }

    @Test
    void x26TailCutWithItsRowTurnedBackIsFoundByTheSeal() {
        assertFoundBySealOnly("delete from audit_reason", "delete from audit_event where " + event(one, 3),
                "update booking set version = 2, status = 'APPROVED' where id = " + one.id());
    }

    // Append

    @Test
    void x26WellFormedAppendByTheApplicationIsRefusedBySeqOrDisagreesWithTheTables() throws SQLException {
        String append = """
                with forged as (select 'booking'::text as type, %1$s::bigint as id, %2$d as seq, at, actor_id, actor_role, command, command_id, state_to as "from", 'APPROVED' as "to",
                    (select p.hash from audit_event p where p.subject_type = 'booking' and p.subject_id = %1$s and p.seq = %2$d - 1) as previous
                  from audit_event where %3$s),
                text as (select f.*, concat_ws(chr(10), 'subject=' || type || ':' || id, 'seq=' || seq, 'at=2026-11-21T10:00:00.000001Z', 'actor=' || actor_id,
                    'role=' || actor_role, 'command=' || command, 'command-id=' || command_id, 'from=' || "from", 'to=APPROVED', 'reason=', '') as canonical from forged f)
                insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id, state_from, state_to, format, canonical, previous_hash, hash)
                select type, id, seq, '2026-11-21T10:00:00.000001Z', actor_id, actor_role, command, command_id, "from", "to", 1, canonical, previous,
                       sha256(coalesce(previous, ''::bytea) || convert_to(canonical, 'UTF8')) from text
                """;
        try (Connection connection = application.getConnection()) {
            PSQLException refused = catchThrowableOfType(PSQLException.class,
                    () -> connection.createStatement().execute(append.formatted(one.id(), 3, event(one, 3))));
            assertThat(refused.getServerErrorMessage().getConstraint()).isEqualTo("uq_audit_subject_seq");

            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            assertThat(jdbc.sql(append.formatted(one.id(), 4, event(one, 3))).update()).isEqualTo(1);
            assertThat(new StoredChain(jdbc).faults()).as("by itself it is well-formed").isEmpty();
            assertThat(new TrailHead("booking", "booking", "t.status", jdbc).faults())
                    .contains("booking " + one.id() + " is REVOKED at version 3, its trail ends APPROVED at 4");
            assertThat(jdbc.sql(append.replace("'booking'::text", "'secret'::text").formatted(one.id(), 1, event(one, 1))).update()).isEqualTo(1);
            assertThat(new StoredKinds(List.of(new TrailHead("booking", "booking", "t.status", jdbc)), jdbc).faults())
                    .contains("secret " + one.id() + ", event 1: there are no such subjects");
            connection.rollback();
        }
    }

    // Seals themselves

    @Test
    void x26ChangedAndRemovedSealsAreFound() {
        copy.seal();
        copy.seal();
        assertThat(new StoredSeals(copy.jdbc).faults()).isEmpty();

        assertThat(afterwards("update audit_seal set actor_id = 2 where number = 2")).containsExactly("seal 2: its columns do not say what was hashed");
        assertThat(afterwards("update audit_seal set canonical = replace(canonical, 'actor=1', 'actor=2') where number = 1"))
                .first().isEqualTo("seal 1: it was changed after it was made");
        assertThat(afterwards("delete from audit_seal where number = 1")).containsExactly("seal 2: the seal before it is missing");
    }

    private List<String> afterwards(String sql) {
        copy.run("savepoint before", sql);
        List<String> faults = new StoredSeals(copy.jdbc).faults();
        copy.run("rollback to savepoint before");
        return faults;
    }
}
