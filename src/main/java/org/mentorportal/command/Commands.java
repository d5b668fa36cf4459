package org.mentorportal.command;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one way in for every write (DESIGN.md section 6): opens the transaction, takes the locks before anything is read,
 * gives a repeat its first answer, runs the work, keeps the receipt, commits, and tries again with a fresh persistence
 * context when the database was merely unlucky. {@link Sending} is that, step by step.
 */
@Component
@EnableConfigurationProperties(CommandSettings.class)
public class Commands {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final Means means;
    private final CommandLimit limit;
    private final CommandMetrics metrics;

    Commands(Means means, CommandLimit limit, CommandMetrics metrics) {
        this.means = means;
        this.limit = limit;
        this.metrics = metrics;
    }

    /**
     * Runs {@code work} in one transaction, once for {@code person} and {@code key}. An outcome that changed nothing is
     * rolled back and not kept: it may be tried again with its key.
     *
     * @throws RuntimeException on a fault: then nothing was written
     */
    public <O extends Outcome> O run(Command command, CommandKey key, Actor person, Locks locks, Answers<O> answers,
                                     Function<CommandRun, O> work) {
        return run(command, key, person, locks, () -> FirstRead.NOTHING, answers, (run, nothing) -> work.apply(run));
    }

    /**
     * The same, for work that needs {@code first} to begin with.
     *
     * @param first asked for each attempt, just before its locks
     */
    public <O extends Outcome, T> O run(Command command, CommandKey key, Actor person, Locks locks, Supplier<FirstRead<T>> first,
                                        Answers<O> answers, BiFunction<CommandRun, T, O> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(command.name() + " was sent from inside another transaction");
        }
        Optional<Refused> tooMany = limit.take(person);
        if (tooMany.isPresent()) {
            tooMany.ifPresent(metrics::refused);
            return answers.refused(tooMany.get());
        }
        return new Sending<>(means, command, key, person, locks, first, answers, work).run();
    }

    /** Counts a refusal for which no command had to be run: one that an open board gave. */
    public void refusedWithoutRunning(Command command, Refused why) {
        log.debug("{} refused from the board: {}", command.name(), why.rule());
        metrics.refused(why);
    }
}
