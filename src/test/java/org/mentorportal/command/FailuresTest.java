package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentorportal.command.Failures.Meaning;
import org.mentorportal.shared.NamedConstraints;
import org.mentorportal.support.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every SQL state and every constraint has its meaning in one place. */
@PortalTest
class FailuresTest {

    /**
     * Constraints that no person can run into: what they keep is checked before, or follows from how rows are made. Broken, one
     * is a fault of ours and gets neutral words with a reference number.
     */
    private static final String OURS = "(pk|fk|ck)_\\w+|uq_(access_token_hash|account_link_token|audit_subject_seq|command_receipt|closure_hold|service_resource|live_session_room"
            + "|cycle_days|plan_entry|suspension_hold)|tg_\\w+_snapshot";

    @Autowired
    Failures failures;
    @Autowired
    List<NamedConstraints> modules;
    @Autowired
    JdbcClient jdbc;

    @Test
    void e8StatesThatASecondAttemptMayMend() {
        Stream.of("40001", "40P01", "55P03", "57014", "53300").forEach(state ->
                assertThat(failures.meaningOf(wrapped(state))).isEqualTo(new Meaning.Transient(state)));
        assertThat(failures.meaningOf(new OptimisticLockingFailureException("faster"))).isEqualTo(new Meaning.Transient("optimistic"));
        assertThat(failures.meaningOf(new RuntimeException(new SQLTransientConnectionException("pool")))).isEqualTo(new Meaning.Transient("pool"));
    }

    @Test
    void e6StatesAfterWhichTheConnectionIsGone() {
        Stream.of("08000", "08003", "08006", "57P01", "57P02", "57P03", "25P03").forEach(state ->
                assertThat(failures.meaningOf(wrapped(state))).isEqualTo(new Meaning.Lost(state)));
        assertThat(failures.meaningOf(new RuntimeException(new SQLException("Connection is closed")))).as("by the pool")
                .isEqualTo(new Meaning.Lost("closed"));
    }

    @Test
    void anythingElseIsAFault() {
        assertThat(failures.meaningOf(wrapped("XX000"))).isEqualTo(new Meaning.Fault(null));
        assertThat(failures.meaningOf(wrapped("53100"))).as("disk full").isEqualTo(new Meaning.Fault(null));
        assertThat(failures.meaningOf(new IllegalStateException("ours"))).isEqualTo(new Meaning.Fault(null));
    }

    @Test
    void brokenConstraintIsTheRuleThatItKeeps() {
        assertThat(failures.meaningOf(broken("insert into account (email, display_name, password_hash) values ('twice@x.school', 'a', 'b'), ('twice@x.school', 'a', 'b')")))
                .isInstanceOfSatisfying(Meaning.Broken.class, known -> {
                    assertThat(known.constraint()).isEqualTo("uq_account_email");
                    assertThat(known.why().rule().name()).isEqualTo("EMAIL_TAKEN");
                });
        assertThat(failures.meaningOf(broken("insert into account (email, display_name, password_hash) values ('X', 'a', 'b')")))
                .as("nobody's words").isEqualTo(new Meaning.Fault("ck_account_email"));
    }

    private Throwable broken(String sql) {
        try {
            jdbc.sql(sql).update();
            throw new AssertionError("kept: " + sql);
        } catch (DataIntegrityViolationException violation) {
            return violation;
        }
    }

    @Test
    void everyConstraintThatAPersonCanRunIntoIsTranslated() {
        var known = new TreeSet<>(jdbc.sql("""
                select conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
                where n.nspname = 'public' and conrelid::regclass::text not like 'databasechange%' and contype <> 'n'
                union select indexrelid::regclass::text from pg_index where indisunique and indrelid::regclass::text not like 'databasechange%'
                  and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
                """).query(String.class).list());
        var translated = modules.stream().flatMap(module -> module.rules().keySet().stream()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(known).filteredOn(name -> !name.matches(OURS)).as("nobody has words for these").isSubsetOf(translated);
        assertThat(translated).filteredOn(name -> !name.startsWith("tg_")).as("words for what does not exist").isSubsetOf(known);
    }

    @Test
    void constraintTranslatedTwiceIsRefusedAtTheStart() {
        NamedConstraints module = () -> Map.of("uq_x", CommandRule.BUSY);

        assertThatThrownBy(() -> new Failures(List.of(module, module))).hasMessage("uq_x is translated twice");
    }

    private static RuntimeException wrapped(String state) {
        return new RuntimeException(new SQLException("planted", state));
    }
}
