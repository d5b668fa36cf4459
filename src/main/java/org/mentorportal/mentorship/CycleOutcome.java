package org.mentorportal.mentorship;

import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of a change of a cycle. */
public sealed interface CycleOutcome extends Outcome {

    /** It was done now, or by an earlier sending of the same command; the cycle is as it stands now. */
    record Done(CycleInfo cycle) implements CycleOutcome {
    }

    /** It was so already, and nothing changed. */
    record AlreadySo(CycleInfo cycle) implements CycleOutcome {
    }

    /**
     * Somebody changed it since the person looked at it, and nothing was done.
     *
     * @param since what was changed, the oldest first
     */
    record Stale(CycleInfo current, List<CycleChange> since) implements CycleOutcome {
    }

    record NotDone(Refused why) implements CycleOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Done);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case NotDone no -> Optional.of(no.why);
            case Stale stale -> Optional.of(Refused.because(MentorshipRule.CYCLE_CHANGED));
            case Done done -> Optional.empty();
            case AlreadySo already -> Optional.empty();
        };
    }
}
