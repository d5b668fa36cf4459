package org.mentorportal.account;

import java.util.Set;
import org.mentorportal.command.Command;
import org.mentorportal.shared.Role;

public record NewAccount(String email, String displayName, PasswordHash password, Set<Role> roles) implements Command {

    @Override
    public String name() {
        return "CreateAccount";
    }
}
