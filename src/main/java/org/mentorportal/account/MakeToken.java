package org.mentorportal.account;

import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/**
 * A person wants an access token for a program of theirs.
 *
 * @param tokenName what the person calls it, at most 80 characters
 * @param days      how long it is valid, at most 365 times 24 hours
 */
public record MakeToken(String tokenName, int days) implements Command {

    public MakeToken {
        tokenName = PlainText.of(tokenName);
    }
}
