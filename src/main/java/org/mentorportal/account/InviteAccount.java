package org.mentorportal.account;

import java.util.Set;
import org.mentorportal.command.Command;
import org.mentorportal.shared.PlainText;
import org.mentorportal.shared.Role;

/** An admin wants somebody to have an account; the person chooses the password. */
public record InviteAccount(String email, String displayName, Set<Role> roles) implements Command {

    public InviteAccount {
        email = SignInThrottle.normal(email);
        displayName = PlainText.of(displayName);
        roles = Set.copyOf(roles);
    }
}
