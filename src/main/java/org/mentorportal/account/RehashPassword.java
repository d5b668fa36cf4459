package org.mentorportal.account;

import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;

/** A person signed in whose password was hashed with weaker parameters than today's. */
record RehashPassword(AccountId account) implements Command {
}
