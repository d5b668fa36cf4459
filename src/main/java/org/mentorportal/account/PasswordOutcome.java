package org.mentorportal.account;

import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of choosing a password. */
public sealed interface PasswordOutcome extends Outcome {

    /** It is good from now on, and every other session of the account is over; said by a repeat too. */
    record Chosen() implements PasswordOutcome {
    }

    record NotDone(Refused why) implements PasswordOutcome {
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
