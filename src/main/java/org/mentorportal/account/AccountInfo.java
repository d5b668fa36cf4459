package org.mentorportal.account;

import java.util.Set;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;

public record AccountInfo(AccountId id, String email, String displayName, Set<Role> roles) {

    public Actor asActor() {
        return new Actor(id, displayName, roles);
    }
}
