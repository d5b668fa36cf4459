package org.mentorportal.account;

import java.util.Set;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Role;

/**
 * An account as admins see it.
 *
 * @param secondFactor whether its person signs in with a second factor
 * @param version      to send along with a change
 */
public record AccountDetails(AccountId id, String email, String displayName, Set<Role> roles, AccountState state, boolean secondFactor,
                             int version) {
}
