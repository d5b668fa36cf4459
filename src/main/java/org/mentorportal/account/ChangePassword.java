package org.mentorportal.account;

import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;

/** A person changes their own password. Neither password is part of the command. */
record ChangePassword(AccountId account) implements Command {
}
