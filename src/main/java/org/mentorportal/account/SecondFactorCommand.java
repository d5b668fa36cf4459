package org.mentorportal.account;

import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;

/** What happens to a second factor. No secret and no code is part of a command. */
sealed interface SecondFactorCommand extends Command {

    record TurnOnSecondFactor(AccountId account) implements SecondFactorCommand {
    }

    record ShowCode(AccountId account) implements SecondFactorCommand {
    }

    record TurnOffSecondFactor(AccountId account) implements SecondFactorCommand {
    }
}
