package org.mentorportal.account;

import org.mentorportal.command.Command;

/** Ends an access token at once. */
public record RevokeToken(TokenId token) implements Command {
}
