package org.mentorportal.account;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.Actor;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The signed-in person as Spring Security knows them; forgets the password's hash once signed in. */
final class PortalUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final Actor actor;
    private final String email;
    private @Nullable String passwordHash;
    private final boolean enabled;
    private final @Nullable Stay stay;

    /** @param stay null for an act whose rights were read just now */
    PortalUser(Actor actor, String email, @Nullable String passwordHash, boolean enabled, @Nullable Stay stay) {
        this.actor = actor;
        this.email = email;
        this.passwordHash = passwordHash;
        this.enabled = enabled;
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

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }
}
