package org.mentorportal.account;

import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of setting up, showing or taking away a second factor. */
public sealed interface SecondFactorOutcome extends Outcome {

    /** @param recoveryCodes shown to its person now and never again */
    record On(List<String> recoveryCodes) implements SecondFactorOutcome {

        /** Without the codes: they must be in no log. */
        @Override
        public String toString() {
            return "On";
        }
    }

    /** The code fitted. */
    record Passed() implements SecondFactorOutcome {
    }

    record Off() implements SecondFactorOutcome {
    }

    record NotDone(Refused why) implements SecondFactorOutcome {
    }

    @Override
    default boolean changedNothing() {
        return this instanceof NotDone;
    }

    @Override
    default Optional<Refused> refusal() {
        return this instanceof NotDone(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
