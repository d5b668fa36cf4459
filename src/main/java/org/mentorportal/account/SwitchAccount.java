package org.mentorportal.account;

import org.mentorportal.command.Command;
import org.mentorportal.shared.AccountId;

/**
 * Disables or enables an account.
 *
 * @param version the one that the admin saw
 */
public record SwitchAccount(AccountId account, int version, boolean enabled) implements Command {

    @Override
    public String name() {
        return enabled ? "EnableAccount" : "DisableAccount";
    }
}
