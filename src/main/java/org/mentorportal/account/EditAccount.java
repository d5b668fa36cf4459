package org.mentorportal.account;

import java.util.Set;
import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.PlainText;
import org.mentorportal.shared.Role;

/** @param version the one that the admin saw */
public record EditAccount(AccountId account, int version, String displayName, Set<Role> roles) implements Command {

    public EditAccount {
        displayName = PlainText.of(displayName);
        roles = Set.copyOf(roles);
    }
}
