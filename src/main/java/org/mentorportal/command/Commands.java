package org.mentorportal.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way in for every write (DESIGN.md section 6): opens the transaction, takes the locks before anything is read,
 * runs the work, commits, and tries again with a fresh persistence context when the database was merely unlucky.
 */
@Component
@EnableConfigurationProperties(CommandSettings.class)
public class Commands {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final CommandSettings settings;

    Commands(PlatformTransactionManager transactions, JdbcTemplate jdbc, Clock clock, CommandSettings settings) {
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Runs {@code work} in one transaction. An outcome that changed nothing is rolled back.
     *
     * @param refusal makes this command's own kind of outcome out of "busy, try again"
     * @throws RuntimeException on a fault: then nothing was written
     */
    public <O extends Outcome> O run(Command command, Actor person, Locks locks, Function<CommandRun, O> work,
                                     Function<Refused, O> refusal) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(command.name() + " was sent from inside another transaction");
        }
        UUID id = UUID.randomUUID();
        long deadline = System.nanoTime() + settings.budget().toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                O outcome = once(command, id, person, locks, work);
                log.debug("{} {} attempt {}: {}", command.name(), id, attempt, outcome.changedNothing() ? "no change" : "done");
                return outcome;
            } catch (RuntimeException failure) {
                if (!TransientFailure.is(failure)) {
                    throw failure;
                }
                Duration pause = settings.pauseAfter(attempt, ThreadLocalRandom.current().nextDouble());
                log.debug("{} {} attempt {}: {}", command.name(), id, attempt, TransientFailure.sqlState(failure));
                if (attempt >= settings.tries() || System.nanoTime() + pause.toNanos() > deadline) {
                    return refusal.apply(Refused.because(CommandRule.BUSY));
                }
                sleep(pause);
            }
        }
    }

    private <O extends Outcome> O once(Command command, UUID id, Actor person, Locks locks, Function<CommandRun, O> work) {
        return transaction.execute(status -> {
            take(locks);
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            O outcome = work.apply(new CommandRun(id, command.name(), person, at));
            if (outcome.changedNothing()) {
                status.setRollbackOnly();
            }
            return outcome;
        });
    }

    private void take(Locks locks) {
        if (locks.isEmpty()) {
            return;
        }
        jdbc.execute((ConnectionCallback<Void>) connection -> {
            try (var take = connection.prepareStatement("select take_locks(?, ?)")) {
                take.setArray(1, connection.createArrayOf("bigint", locks.keys()));
                take.setArray(2, connection.createArrayOf("boolean", locks.exclusive()));
                take.execute();
            }
            return null;
        });
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
