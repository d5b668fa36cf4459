package org.mentorportal.account;

import java.util.List;
import java.util.Optional;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of an admin's change of an account. */
public sealed interface AdministrationOutcome extends Outcome {

    /** It was done now, or by an earlier sending of the same command; the account is as it stands now. */
    record Done(AccountDetails account) implements AdministrationOutcome {
    }

    /** It was so already, and nothing changed. */
    record AlreadySo(AccountDetails account) implements AdministrationOutcome {
    }

    /**
     * Somebody changed it since the admin looked at it, and nothing was done.
     *
     * @param since what was changed, the oldest first
     */
    record Stale(AccountDetails current, List<AccountChange> since) implements AdministrationOutcome {
    }

    record NotDone(Refused why) implements AdministrationOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Done);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case NotDone no -> Optional.of(no.why);
            case Stale stale -> Optional.of(Refused.because(AccountRule.ACCOUNT_CHANGED));
            case Done done -> Optional.empty();
            case AlreadySo already -> Optional.empty();
        };
    }
}
