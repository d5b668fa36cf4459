package org.mentorportal.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.NamedConstraints;
import org.mentorportal.shared.Outage;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** What a failure of the database means to a command: the one place where names of constraints are told apart. */
@Component
class Failures {

    sealed interface Meaning {

        /** A second attempt may mend it. */
        record Transient(String state) implements Meaning {
        }

        /** The connection is gone, and with it the knowledge whether a commit that was on its way arrived. */
        record Lost(String state) implements Meaning {
        }

        /** A rule that the database keeps. */
        record Broken(String constraint, Refused why) implements Meaning {
        }

        /** @param constraint the one that nobody has words for, or null */
        record Fault(@Nullable String constraint) implements Meaning {
        }
    }

    private final Map<String, RuleId> rules = new HashMap<>();

    Failures(List<NamedConstraints> modules) {
        modules.forEach(module -> module.rules().forEach((constraint, rule) -> {
            if (rules.put(constraint, rule) != null) {
                throw new IllegalStateException(constraint + " is translated twice");
            }
        }));
    }

    Meaning meaningOf(Throwable failure) {
        if (failure instanceof OptimisticLockingFailureException) {
            return new Meaning.Transient("optimistic");
        }
        Outage outage = Outage.of(failure).orElse(null);
        if (outage != null) {
            return outage.lost() ? new Meaning.Lost(outage.state()) : new Meaning.Transient(outage.state());
        }
        String constraint = constraint(failure);
        RuleId rule = constraint == null ? null : rules.get(constraint);
        return rule == null ? new Meaning.Fault(constraint) : new Meaning.Broken(constraint, Refused.because(rule));
    }

    private static @Nullable String constraint(Throwable failure) {
        ServerErrorMessage message = Outage.sqlCause(failure).orElse(null) instanceof PSQLException postgres
                ? postgres.getServerErrorMessage() : null;
        return message == null ? null : message.getConstraint();
    }
}
