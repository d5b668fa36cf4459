package org.mentorportal.command;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way in for every write (DESIGN.md section 6): opens the transaction, takes the locks before anything is read,
 * gives a repeat its first answer, runs the work, keeps the receipt, commits, and tries again with a fresh persistence
 * context when the database was merely unlucky.
 */
@Component
@EnableConfigurationProperties(CommandSettings.class)
public class Commands {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final TransactionTemplate transaction;
    private final Receipts receipts;
    private final Failures failures;
    private final CommandLimit limit;
    private final CommandMetrics metrics;
    private final Clock clock;
    private final CommandSettings settings;
    /** What is to be told, by command, of commits of which nobody knows yet whether they arrived. */
    private final Cache<UUID, List<TransactionSynchronization>> untold;

    Commands(PlatformTransactionManager transactions, Receipts receipts, Failures failures, CommandLimit limit,
             CommandMetrics metrics, Clock clock, CommandSettings settings) {
        this.transaction = new TransactionTemplate(transactions);
        this.receipts = receipts;
        this.failures = failures;
        this.limit = limit;
        this.metrics = metrics;
        this.clock = clock;
        this.settings = settings;
        this.untold = Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(settings.receiptAge()).build();
    }

    /**
     * Runs {@code work} in one transaction, once for {@code person} and {@code key}. An outcome that changed nothing is
     * rolled back and not kept: it may be tried again with its key.
     *
     * @throws RuntimeException on a fault: then nothing was written
     */
    public <O extends Outcome> O run(Command command, CommandKey key, Actor person, Locks locks, Answers<O> answers,
                                     Function<CommandRun, O> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(command.name() + " was sent from inside another transaction");
        }
        Optional<Refused> tooMany = limit.take(person);
        if (tooMany.isPresent()) {
            tooMany.ifPresent(metrics::refused);
            return answers.refused(tooMany.get());
        }
        return new Sending<>(command, key, person, locks, answers, work).run();
    }

    /** Counts a refusal for which no command had to be run: one that an open board gave. */
    public void refusedWithoutRunning(Command command, Refused why) {
        log.debug("{} refused from the board: {}", command.name(), why.rule());
        metrics.refused(why);
    }

    /** One sending of a command, with all its attempts. */
    private final class Sending<O extends Outcome> {

        private final Command command;
        private final CommandKey key;
        private final Actor person;
        private final Locks locks;
        private final Answers<O> answers;
        private final Function<CommandRun, O> work;
        private final UUID id = UUID.randomUUID();
        private final byte[] fingerprint;
        private final long begun = System.nanoTime();
        private boolean repeated;
        /** The command whose receipt the last attempt found. */
        private @Nullable UUID found;
        /** Whether an attempt of this sending was lost on its way through the commit, and nobody knows yet what became of it. */
        private boolean uncertain;
        private boolean committing;
        private List<TransactionSynchronization> afterCommit = List.of();

        Sending(Command command, CommandKey key, Actor person, Locks locks, Answers<O> answers, Function<CommandRun, O> work) {
            this.command = command;
            this.key = key;
            this.person = person;
            this.locks = locks;
            this.answers = answers;
            this.work = work;
            this.fingerprint = Fingerprints.of(command);
        }

        O run() {
            try (var logged = MDC.putCloseable("command", id.toString())) {
                O outcome = attempts();
                metrics.ended(command, outcome, repeated, System.nanoTime() - begun);
                return outcome;
            } catch (RuntimeException fault) {
                metrics.failed(command, System.nanoTime() - begun);
                throw fault;
            }
        }

        private O attempts() {
            for (int attempt = 1; ; attempt++) {
                try {
                    O outcome = once();
                    log.debug("{} attempt {}: {}", command.name(), attempt, outcome.getClass().getSimpleName());
                    return outcome;
                } catch (RuntimeException failure) {
                    Failures.Meaning meaning = failures.meaningOf(failure);
                    log.debug("{} attempt {}: {}", command.name(), attempt, meaning);
                    switch (meaning) {
                        case Failures.Meaning.Broken broken -> {
                            metrics.violated(broken.constraint());
                            return answers.refused(broken.why());
                        }
                        case Failures.Meaning.Fault fault -> {
                            Optional.ofNullable(fault.constraint()).ifPresent(metrics::violated);
                            throw failure;
                        }
                        case Failures.Meaning.Transient unlucky -> metrics.retried(unlucky.state());
                        case Failures.Meaning.Lost lost -> {
                            metrics.retried(lost.state());
                            if (committing) {
                                uncertain = true;
                                untold.put(id, afterCommit);
                            }
                        }
                    }
                    if (!mayTryAgainAfter(attempt)) {
                        return answers.refused(Refused.because(uncertain ? CommandRule.BEING_CHECKED : CommandRule.BUSY));
                    }
                }
            }
        }

        /** Pauses if so. A lost commit is looked for as long as the budget lasts. */
        private boolean mayTryAgainAfter(int attempt) {
            Duration pause = settings.pauseAfter(attempt, ThreadLocalRandom.current().nextDouble());
            boolean inTime = System.nanoTime() - begun + pause.toNanos() <= settings.budget().toNanos();
            if (!inTime || (attempt >= settings.tries() && !uncertain)) {
                return false;
            }
            sleep(pause);
            return true;
        }

        private O once() {
            committing = false;
            found = null;
            O outcome = attempted();
            if (found != null) {
                tellWhatALostCommitDid(found);
            }
            return outcome;
        }

        /** The commit arrived, its answer did not: nobody has been told of it yet. */
        private void tellWhatALostCommitDid(UUID first) {
            Optional.ofNullable(untold.asMap().remove(first)).ifPresent(all -> all.forEach(TransactionSynchronization::afterCommit));
        }

        private O attempted() {
            return transaction.execute(status -> {
                Optional<Receipt.Kept> kept = begin();
                uncertain = false; // whoever holds the key's lock finds the receipt of all that was committed before
                if (kept.isEmpty()) {
                    untold.invalidate(id); // what was lost did not arrive
                }
                Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
                Optional<Receipt.Kept> first = kept.filter(found -> receipts.isGood(found, at));
                if (first.isPresent()) {
                    status.setRollbackOnly();
                    return answeredBefore(first.get());
                }
                var run = new CommandRun(id, command.name(), person, at);
                O outcome = work.apply(run);
                if (outcome.changedNothing()) {
                    status.setRollbackOnly();
                } else {
                    receipts.keep(run, key, fingerprint, answers.keep(outcome));
                    afterCommit = TransactionSynchronizationManager.getSynchronizations();
                    committing = true;
                }
                return outcome;
            });
        }

        private Optional<Receipt.Kept> begin() {
            long asked = System.nanoTime();
            Optional<Receipt.Kept> kept = receipts.begin(locks, person, key);
            metrics.locksHad(System.nanoTime() - asked);
            log.debug("{}: locks had, {}", command.name(), kept.isPresent() ? "a receipt" : "no receipt");
            return kept;
        }

        private O answeredBefore(Receipt.Kept first) {
            if (!Arrays.equals(first.fingerprint(), fingerprint)) {
                return answers.refused(Refused.because(CommandRule.KEY_REUSED));
            }
            repeated = true;
            found = first.command();
            metrics.receiptHit();
            return answers.again(first.receipt());
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
