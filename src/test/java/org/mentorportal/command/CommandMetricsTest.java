package org.mentorportal.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.support.PortalTest;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators see: conflicts by rule, retries, waits, violations, receipts and times. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class CommandMetricsTest {

    private static final Actor SOMEBODY = new Actor(new AccountId(-3), "Ana Ruiz", Set.of(Role.ADMIN));

    private record Measured(String secret) implements Command {
    }

    @Autowired
    Commands commands;
    @Autowired
    MeterRegistry registry;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    private MadeHold run(CommandKey key, String secret, Function<CommandRun, MadeHold> work) {
        return commands.run(new Measured(secret), key, SOMEBODY, Locks.none(), MadeHold.ANSWERS, work);
    }

    private MadeHold made(CommandRun run) {
        return MadeHold.in(jdbc);
    }

    private double counted(String name, String tag, String value) {
        return registry.counter(name, tag, value).count();
    }

    private long timed(String outcome) {
        return registry.timer("portal.command", "command", "Measured", "outcome", outcome).count();
    }

    @Test
    void receiptsConflictsTimesAndWaitsAreCounted() {
        CommandKey key = CommandKey.fresh();
        double hits = registry.counter("portal.receipt.hits").count();
        double reused = counted("portal.conflicts", "rule", "KEY_REUSED");
        long waits = registry.timer("portal.lock.wait").count();
        long done = timed("done");
        long repeated = timed("repeated");
        long refused = timed("refused");

        run(key, "one", this::made);
        run(key, "one", this::made);
        run(key, "other data", this::made);

        assertThat(registry.counter("portal.receipt.hits").count() - hits).isEqualTo(1);
        assertThat(counted("portal.conflicts", "rule", "KEY_REUSED") - reused).isEqualTo(1);
        assertThat(registry.timer("portal.lock.wait").count() - waits).isGreaterThanOrEqualTo(3);
        assertThat(timed("done") - done).isEqualTo(1);
        assertThat(timed("repeated") - repeated).isEqualTo(1);
        assertThat(timed("refused") - refused).isEqualTo(1);
    }

    @Test
    void retriesAreCountedByState() {
        double before = counted("portal.command.retries", "state", "40P01");
        var attempts = new AtomicInteger();

        run(CommandKey.fresh(), "twice unlucky", run -> {
            if (attempts.incrementAndGet() < 3) {
                throw new CannotAcquireLockException("claim", new PSQLException("deadlock detected", PSQLState.DEADLOCK_DETECTED));
            }
            return made(run);
        });

        assertThat(counted("portal.command.retries", "state", "40P01") - before).isEqualTo(2);
    }

    @Test
    void lastFailureIsNoRetry() {
        double before = counted("portal.command.retries", "state", "40001");
        double busy = counted("portal.conflicts", "rule", "BUSY");

        MadeHold givenUp = run(CommandKey.fresh(), "always unlucky", run -> {
            throw new CannotAcquireLockException("claim", new PSQLException("could not serialize access", PSQLState.SERIALIZATION_FAILURE));
        });

        assertThat(givenUp.refusal()).contains(Refused.because(CommandRule.BUSY));
        assertThat(counted("portal.command.retries", "state", "40001") - before).as("of three tries").isEqualTo(2);
        assertThat(counted("portal.conflicts", "rule", "BUSY") - busy).isEqualTo(1);
    }

    @Test
    void waitsForLocksThatWereNotHadAreTimedToo() {
        Locks locks = Locks.changeOf(Long.MAX_VALUE >> 19);
        Timer waits = registry.timer("portal.lock.wait");
        long count = waits.count();
        double seconds = waits.totalTime(TimeUnit.SECONDS);
        double timeouts = counted("portal.command.retries", "state", "55P03");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            MadeHold givenUp = new TransactionTemplate(transactions).execute(holder -> {
                jdbc.sql("select take_locks(?, ?)").param(locks.keys()).param(locks.exclusive()).query().listOfRows();
                return result(threads.submit(() -> commands.run(new Measured("no lock"), CommandKey.fresh(), SOMEBODY, locks, MadeHold.ANSWERS, this::made)));
            });
            assertThat(givenUp.refusal()).contains(Refused.because(CommandRule.BUSY));
        }

        double lost = counted("portal.command.retries", "state", "55P03") - timeouts;
        assertThat(lost).isPositive();
        assertThat(waits.count() - count).isGreaterThan((long) lost);
        assertThat(waits.totalTime(TimeUnit.SECONDS) - seconds).isGreaterThan(2 * lost);
    }

    private static MadeHold result(Future<MadeHold> sent) {
        try {
            return sent.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void violationsAreCountedByNameAndTheRowIsNowhereInTheLog(CapturedOutput output) {
        double before = counted("portal.constraint.violations", "constraint", "uq_account_email");

        MadeHold refused = run(CommandKey.fresh(), "twice", run -> {
            jdbc.sql("insert into account (email, display_name, password_hash) values ('measured@x.school', 'Ana', 'x'), ('measured@x.school', 'Ana', 'x')").update();
            return made(run);
        });

        assertThat(refused.refusal()).map(why -> why.rule().name()).contains("EMAIL_TAKEN");
        assertThat(counted("portal.constraint.violations", "constraint", "uq_account_email") - before).isEqualTo(1);
        assertThat(output.getAll()).doesNotContain("measured@x.school");
    }
}
