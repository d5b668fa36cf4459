package org.mentorportal.account;

import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

public sealed interface AccountOutcome extends Outcome {

    record Created(AccountInfo account) implements AccountOutcome {
    }

    record NotCreated(Refused why) implements AccountOutcome {
    }

    @Override
    default boolean changedNothing() {
        return this instanceof NotCreated;
    }

    @Override
    default Optional<Refused> refusal() {
        return this instanceof NotCreated(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
