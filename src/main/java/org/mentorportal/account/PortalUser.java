package org.mentorportal.account;

import java.util.Collection;
import org.mentorportal.shared.Actor;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.jspecify.annotations.Nullable;

/** The signed-in person as Spring Security knows them; forgets the password's hash once signed in. */
final class PortalUser implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1;

    private final Actor actor;
    private final String email;
    private @Nullable String passwordHash;
    private final boolean enabled;

    PortalUser(Actor actor, String email, String passwordHash, boolean enabled) {
        this.actor = actor;
        this.email = email;
        this.passwordHash = passwordHash;
        this.enabled = enabled;
    }

    Actor actor() {
        return actor;
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
