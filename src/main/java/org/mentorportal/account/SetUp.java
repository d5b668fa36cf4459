package org.mentorportal.account;

import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;

/** Somebody becomes the first admin. Neither the one-time token nor the password is part of the command. */
public record SetUp(String email, String displayName) implements Command {

    public SetUp {
        email = SignInThrottle.normal(email);
        displayName = PlainText.of(displayName);
    }
}
