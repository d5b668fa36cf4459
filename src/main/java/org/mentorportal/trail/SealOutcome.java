package org.mentorportal.trail;

import java.util.Optional;
import org.mentorportal.audit.Seal;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of sealing the trail. */
public sealed interface SealOutcome extends Outcome {

    record Sealed(Seal seal) implements SealOutcome {
    }

    record NotSealed(Refused why) implements SealOutcome {
    }

    @Override
    default boolean changedNothing() {
        return this instanceof NotSealed;
    }

    @Override
    default Optional<Refused> refusal() {
        return this instanceof NotSealed(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
