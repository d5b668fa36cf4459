package org.mentorportal.account;

import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;

/** An admin starts a reset, or invites anew: a new link, in place of the one before it. Until it is used, a password stays good. */
public record MakeLink(AccountId account) implements Command {
}
