package org.mentorportal.shared;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The person who acts now, taken from the security context and from nowhere else. */
public record Actor(AccountId id, String name, Set<Role> roles) implements Serializable {

    public Actor {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The first of {@code preferred} that this person holds. */
    public Optional<By> asFirstOf(Role... preferred) {
        return Arrays.stream(preferred).filter(this::is).findFirst().map(role -> new By(id, role));
    }
}
