package org.mentorportal.account;

import java.io.Serializable;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.Actor;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The signed-in person as Spring Security knows them: nothing of what they showed to come in. */
final class PortalUser implements AuthenticatedPrincipal, Serializable {

    private static final long serialVersionUID = 2;

    private final Actor actor;
    private final String email;
    private final @Nullable Stay stay;

    /** @param stay null for an act whose rights were read just now */
    PortalUser(Actor actor, String email, @Nullable Stay stay) {
        this.actor = actor;
        this.email = email;
        this.stay = stay;
    }

    Actor actor() {
        return actor;
    }

    /** Whether no step of signing in is missing. */
    boolean isIn() {
        return stay == null || stay.step() == Step.IN;
    }

    @Nullable Stay stay() {
        return stay;
    }

    Collection<? extends GrantedAuthority> authorities() {
        return actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }

    /** The name that they sign in with. */
    @Override
    public String getName() {
        return email;
    }
}
