package org.mentorportal.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.UnexpectedRollbackException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One sending of a command, with all its attempts: the steps of DESIGN.md section 6 in their order. */
final class Sending<O extends Outcome, T> {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final Means means;
    private final Command command;
    private final CommandKey key;
    private final Actor person;
    private final Locks locks;
    private final Supplier<FirstRead<T>> first;
    private final Answers<O> answers;
    private final BiFunction<CommandRun, T, O> work;
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

    Sending(Means means, Command command, CommandKey key, Actor person, Locks locks, Supplier<FirstRead<T>> first, Answers<O> answers,
            BiFunction<CommandRun, T, O> work) {
        this.means = means;
        this.command = command;
        this.key = key;
        this.person = person;
        this.locks = locks;
        this.first = first;
        this.answers = answers;
        this.work = work;
        this.fingerprint = Fingerprints.of(command);
    }

    O run() {
        try (var logged = MDC.putCloseable("command", id.toString())) {
            O outcome = attempts();
            means.metrics().ended(command, outcome, repeated, System.nanoTime() - begun);
            return outcome;
        } catch (RuntimeException fault) {
            means.metrics().failed(command, System.nanoTime() - begun);
            throw fault;
        }
    }

    private O attempts() {
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<O> outcome = means.turns().take(timeLeft(), this::once);
                log.debug("{} attempt {}: {}", command.name(), attempt, outcome.map(Sending::inShort).orElse("no turn"));
                return outcome.orElseGet(this::givenUp);
            } catch (RuntimeException failure) {
                Failures.Meaning meaning = means.failures().meaningOf(failure);
                log.debug("{} attempt {}: {}", command.name(), attempt, meaning);
                String state;
                switch (meaning) {
                    case Failures.Meaning.Broken broken -> {
                        means.metrics().violated(broken.constraint());
                        return answers.refused(broken.why());
                    }
                    case Failures.Meaning.Fault fault -> {
                        Optional.ofNullable(fault.constraint()).ifPresent(means.metrics()::violated);
                        if (uncertain) { // whatever this attempt met, an earlier one may have been committed
                            log.error("{} met a fault while its commit was being looked for", command.name(), failure);
                            return answers.refused(Refused.because(CommandRule.BEING_CHECKED));
                        }
                        throw failure;
                    }
                    case Failures.Meaning.Transient unlucky -> state = unlucky.state();
                    case Failures.Meaning.Lost lost -> {
                        state = lost.state();
                        if (committing) {
                            uncertain = true;
                            means.untold().remember(id, afterCommit);
                        }
                    }
                }
                if (!mayTryAgainAfter(attempt)) {
                    return givenUp();
                }
                means.metrics().retried(state);
            }
        }
    }

    /** NotDone SLOT_TAKEN */
    private static String inShort(Outcome outcome) {
        return outcome.getClass().getSimpleName() + outcome.refusal().map(why -> " " + why.rule().name()).orElse("");
    }

    private O givenUp() {
        return answers.refused(Refused.because(uncertain ? CommandRule.BEING_CHECKED : CommandRule.BUSY));
    }

    /** Pauses if so. A lost commit is looked for as long as the budget lasts. */
    private boolean mayTryAgainAfter(int attempt) {
        Duration pause = means.settings().pauseAfter(attempt, ThreadLocalRandom.current().nextDouble());
        if (pause.compareTo(timeLeft()) > 0 || (attempt >= means.settings().tries() && !uncertain)) {
            return false;
        }
        sleep(pause);
        return true;
    }

    private Duration timeLeft() {
        return means.settings().budget().minusNanos(System.nanoTime() - begun);
    }

    private O once() {
        committing = false;
        found = null;
        O outcome = attempted();
        if (found != null) {
            means.untold().tell(found); // that commit arrived, its answer did not
        }
        return outcome;
    }

    private O attempted() {
        return means.transaction().execute(status -> {
            Receipts.Begun<T> locked = begin();
            Optional<Receipt.Kept> kept = locked.kept();
            uncertain = false; // whoever holds the key's lock finds the receipt of all that was committed before
            if (kept.isEmpty()) {
                means.untold().forget(id); // what was lost did not arrive
            }
            Instant at = means.clock().instant().truncatedTo(ChronoUnit.MICROS);
            Optional<Receipt.Kept> good = kept.filter(found -> means.receipts().isGood(found, at));
            if (good.isPresent()) {
                status.setRollbackOnly();
                return answeredBefore(good.get());
            }
            var run = new CommandRun(id, command.name(), person, at);
            O outcome = work.apply(run, locked.first());
            if (outcome.changedNothing()) {
                status.setRollbackOnly();
            } else {
                if (status.isRollbackOnly()) { // its last rows would take the commit with them, see LastWrites
                    throw new UnexpectedRollbackException(command.name() + " went on after a fault that must undo it");
                }
                means.receipts().keep(run, key, fingerprint, answers.keep(outcome));
                afterCommit = TransactionSynchronizationManager.getSynchronizations();
                committing = true;
            }
            return outcome;
        });
    }

    private Receipts.Begun<T> begin() {
        FirstRead<T> wanted = first.get();
        Receipts.Begun<T> locked;
        long asked = System.nanoTime();
        try {
            locked = means.receipts().begin(locks, person, key, wanted);
        } finally { // a wait that came to nothing is the one that operators look for
            means.metrics().waitedForLocks(System.nanoTime() - asked);
        }
        log.debug("{}: locks had, {}", command.name(), locked.kept().isPresent() ? "a receipt" : "no receipt");
        return locked;
    }

    private O answeredBefore(Receipt.Kept good) {
        if (!Arrays.equals(good.fingerprint(), fingerprint)) {
            return answers.refused(Refused.because(CommandRule.KEY_REUSED));
        }
        repeated = true;
        found = good.command();
        means.metrics().receiptHit();
        return answers.again(good.receipt());
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
