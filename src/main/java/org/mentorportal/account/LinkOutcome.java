package org.mentorportal.account;

import java.time.Instant;
import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of making a link with which a person chooses their password. */
public sealed interface LinkOutcome extends Outcome {

    /** @param address shown to the admin now and never again, to be handed to the person */
    record Made(AccountDetails account, LinkKind kind, String address, Instant expires) implements LinkOutcome {

        /** Without the address: it must be in no log. */
        @Override
        public String toString() {
            return "Made[" + account.id() + ", " + kind + "]";
        }
    }

    /** An earlier sending of the same command made it, and that sending's answer alone had the address. */
    record MadeBefore(AccountDetails account) implements LinkOutcome {
    }

    record NotDone(Refused why) implements LinkOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Made);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case Made made -> Optional.empty();
            case MadeBefore before -> Optional.of(Refused.because(AccountRule.LINK_SHOWN_BEFORE));
            case NotDone no -> Optional.of(no.why);
        };
    }
}
