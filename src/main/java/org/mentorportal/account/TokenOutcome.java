package org.mentorportal.account;

import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

public sealed interface TokenOutcome extends Outcome {

    /** @param secret shown to its person now and never again */
    record Made(TokenInfo token, TokenSecret secret) implements TokenOutcome {
    }

    /** An earlier sending of the same command made it, and that sending's answer alone had the secret. */
    record MadeBefore(TokenInfo token) implements TokenOutcome {
    }

    record Revoked(TokenInfo token) implements TokenOutcome {
    }

    /** It was revoked before. */
    record AlreadyRevoked(TokenInfo token) implements TokenOutcome {
    }

    record NotDone(Refused why) implements TokenOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Made || this instanceof Revoked);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case NotDone no -> Optional.of(no.why);
            case MadeBefore before -> Optional.of(Refused.because(AccountRule.SECRET_SHOWN_BEFORE, before.token.name()));
            case Made made -> Optional.empty();
            case Revoked revoked -> Optional.empty();
            case AlreadyRevoked already -> Optional.empty();
        };
    }
}
