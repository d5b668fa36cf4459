package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.PortalTest;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionTemplate;

/** E6, E8: one way in for every write. */
@PortalTest
class CommandsTest {

    private static final Actor SOMEBODY = new Actor(new AccountId(1), "Somebody", Set.of(Role.ADMIN));

    private record Try(String what) implements Command {
    }

    private sealed interface Answer extends Outcome {

        record Wrote(long hold) implements Answer {
        }

        record No(Refused why, long hold) implements Answer {
        }

        @Override
        default boolean changedNothing() {
            return this instanceof No;
        }
    }

    private static final Answers<Answer> ANSWERS = new Answers<>() {

        @Override
        public Answer refused(Refused why) {
            return new Answer.No(why, 0);
        }

        @Override
        public Receipt keep(Answer success) {
            return new Receipt("WROTE", ((Answer.Wrote) success).hold(), "THERE", 1);
        }

        @Override
        public Answer again(Receipt first) {
            return new Answer.Wrote(first.subject());
        }
    };

    @Autowired
    Commands commands;
    @Autowired
    CommandSettings settings;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    DataSource application;
    @Autowired
    CountedStatements statements;
    @Autowired
    JdbcClient jdbc;

    private final List<Long> written = new ArrayList<>();

    private Answer run(Locks locks, Function<CommandRun, Answer> work) {
        return commands.run(new Try("it"), CommandKey.fresh(), SOMEBODY, locks, ANSWERS, work);
    }

    /** Any row will do: a hold that nobody uses. */
    private long write() {
        long id = jdbc.sql("insert into hold (kind) values ('CLOSURE') returning id").query(Long.class).single();
        written.add(id);
        return id;
    }

    private List<Long> kept() {
        return jdbc.sql("select id from hold where id = any(?) order by id").param(written.toArray(Long[]::new)).query(Long.class).list();
    }

    @Test
    void outcomeThatWroteIsCommittedAndARefusalIsRolledBack() {
        Answer wrote = run(Locks.none(), run -> new Answer.Wrote(write()));
        Answer refused = run(Locks.none(), run -> new Answer.No(Refused.because(CommandRule.BUSY), write()));

        assertThat(refused).isInstanceOf(Answer.No.class);
        assertThat(kept()).containsExactly(((Answer.Wrote) wrote).hold());
    }

    @Test
    void e8TwoTransientFailuresInARowAreInvisible() {
        for (RuntimeException failure : List.of(deadlock(), serialization(), lockTimeout(), new OptimisticLockingFailureException("somebody was faster"))) {
            written.clear();
            var attempts = new AtomicInteger();
            var ids = new HashSet<>();
            Answer answer = run(Locks.changeOf(Long.MAX_VALUE >> 16), run -> {
                ids.add(run.id());
                long hold = write();
                if (attempts.incrementAndGet() < 3) {
                    throw failure;
                }
                return new Answer.Wrote(hold);
            });

            assertThat(answer).isEqualTo(new Answer.Wrote(written.getLast()));
            assertThat(attempts).hasValue(3);
            assertThat(kept()).as("only what the last attempt wrote").containsExactly(written.getLast());
            assertThat(ids).as("one command, however often it was tried").hasSize(1);
        }
    }

    @Test
    void e8AfterTheThirdTheAnswerIsBusyAndNothingIsWritten() {
        var attempts = new AtomicInteger();
        Instant begun = Instant.now();

        Answer answer = run(Locks.none(), run -> {
            write();
            attempts.incrementAndGet();
            throw deadlock();
        });

        assertThat(answer).isEqualTo(new Answer.No(Refused.because(CommandRule.BUSY), 0));
        assertThat(attempts).hasValue(settings.tries()).hasValue(3);
        assertThat(kept()).isEmpty();
        assertThat(Duration.between(begun, Instant.now())).as("paused twice: 50–100 and 100–200 ms").isGreaterThan(Duration.ofMillis(150));
    }

    @Test
    void faultIsNotTriedAgainAndWritesNothing() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> run(Locks.none(), run -> {
            write();
            attempts.incrementAndGet();
            throw new IllegalStateException("a fault");
        })).isInstanceOf(IllegalStateException.class).hasMessage("a fault");

        assertThat(attempts).hasValue(1);
        assertThat(kept()).isEmpty();
    }

    /** Spring marks the transaction when a fault leaves a method of its own in it; whoever catches that fault cannot save it. */
    @Test
    void workThatSwallowsAFaultIsUndoneAllTheSame() {
        var part = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> run(Locks.none(), run -> {
            long hold = write();
            try {
                part.executeWithoutResult(status -> {
                    throw new IllegalStateException("a fault");
                });
            } catch (IllegalStateException swallowed) {
                return new Answer.Wrote(hold);
            }
            throw new AssertionError("no fault");
        })).isInstanceOf(UnexpectedRollbackException.class);

        assertThat(kept()).isEmpty();
    }

    @Test
    void brokenConstraintIsAFaultAndNotTransient() {
        var attempts = new AtomicInteger();

        assertThatThrownBy(() -> run(Locks.none(), run -> {
            attempts.incrementAndGet();
            throw wrapped("23505");
        })).isInstanceOf(JpaSystemException.class);

        assertThat(attempts).hasValue(1);
    }

    @Test
    void commandInsideAnotherIsRefused() {
        assertThatThrownBy(() -> run(Locks.none(), outer -> run(Locks.none(), inner -> new Answer.Wrote(write()))))
                .isInstanceOf(IllegalStateException.class).hasMessage("Try was sent from inside another transaction");
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> run(Locks.none(), run -> new Answer.Wrote(write()))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void locksAreTakenBeforeAnythingIsReadInAStatementOfTheirOwn() {
        List<String> sent = statements.ofThisThread(() -> run(Locks.claim(new AccountId(1), 1), run -> new Answer.Wrote(write())));

        assertThat(sent).hasSize(3);
        assertThat(List.of(sent.getFirst().split(";\n"))).hasSize(3).first(STRING).startsWith("select take_locks(").doesNotContain(" from ");
        assertThat(sent.getLast()).startsWith("insert into command_receipt").endsWith(";\ncommit");
    }

    /** They go in one round trip; what is read in one statement with a lock would be older than the lock. */
    @Test
    void whatIsReadFirstIsNewerThanTheLocks() throws Exception {
        var student = new AccountId(4711);
        try (var others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> seen = new TransactionTemplate(transactions).execute(other -> {
                jdbc.sql("select take_locks(?, ?)").param(Locks.of(student).keys()).param(Locks.of(student).exclusive()).query().listOfRows();
                long hold = write();
                var isThere = new FirstRead<>("select count(*) from hold where id = :hold", Map.of("hold", hold), (row, number) -> row.getLong(1));
                Future<Answer> waiting = others.submit(() -> commands.run(new Try("it"), CommandKey.fresh(), SOMEBODY, Locks.of(student),
                        () -> isThere, ANSWERS, (run, there) -> new Answer.Wrote(there)));
                awaitLockWaitOf(waiting);
                return waiting;
            });
            assertThat(seen.get()).isEqualTo(new Answer.Wrote(1));
        }
    }

    /** Or its end, if it does not wait at all. */
    private void awaitLockWaitOf(Future<?> command) {
        try {
            while (!command.isDone() && jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted").query(Long.class).single() == 0) {
                Thread.sleep(5);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void locksOfCodeAndOfTheTriggersAreTheSame() {
        assertThat(Locks.changeOf(4711).keys()).contains(jdbc.sql("select lock_key(3, 4711)").query(Long.class).single());
        assertThat(Locks.changeOfSchool().keys()).containsExactly(jdbc.sql("select lock_key(3, 0)").query(Long.class).single());
    }

    @Test
    void momentIsReadAfterTheLocksInMicroseconds() {
        run(Locks.none(), run -> {
            assertThat(run.at()).isEqualTo(run.at().truncatedTo(ChronoUnit.MICROS));
            assertThat(run.command()).isEqualTo("Try");
            assertThat(run.person()).isEqualTo(SOMEBODY);
            return new Answer.Wrote(1);
        });
    }

    @Test
    void e6LockThatIsNotHadInTimeEndsInBusyWithinTheBudget() throws SQLException {
        long resource = Long.MAX_VALUE >> 17;
        var attempts = new AtomicInteger();
        try (Connection other = application.getConnection()) {
            other.setAutoCommit(false);
            try (var lock = other.prepareStatement("select pg_advisory_xact_lock_shared(lock_key(3, ?))")) {
                lock.setLong(1, resource);
                lock.execute();
            }
            Instant begun = Instant.now();

            Answer answer = run(Locks.changeOf(resource), run -> {
                attempts.incrementAndGet();
                return new Answer.Wrote(write());
            });

            assertThat(answer).isEqualTo(new Answer.No(Refused.because(CommandRule.BUSY), 0));
            assertThat(attempts).as("the work was never begun").hasValue(0);
            assertThat(Duration.between(begun, Instant.now())).isBetween(Duration.ofSeconds(2), settings.budget().plusSeconds(1));
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(run(Locks.changeOf(resource), run -> new Answer.Wrote(write()))).isInstanceOf(Answer.Wrote.class);
    }

    private static RuntimeException deadlock() {
        return new CannotAcquireLockException("claim", new PSQLException("deadlock detected", PSQLState.DEADLOCK_DETECTED));
    }

    private static RuntimeException serialization() {
        return wrapped("40001");
    }

    private static RuntimeException lockTimeout() {
        return wrapped("55P03");
    }

    private static RuntimeException wrapped(String state) {
        return new JpaSystemException(new RuntimeException(new SQLException("planted", state)));
    }
}
