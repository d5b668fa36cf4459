package org.mentorportal.account;

import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;

/** What a session remembers of its person. Its authorities are those of this moment: none as soon as the stay is over. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final PortalUser user;
    private final transient Stays stays;

    SignedIn(PortalUser user, Stays stays) {
        super(List.of());
        this.user = user;
        this.stays = stays;
        super.setAuthenticated(true);
    }

    @Override
    public Collection<GrantedAuthority> getAuthorities() {
        return stays.goesOn(user) ? List.copyOf(user.authorities()) : List.of();
    }

    @Override
    public PortalUser getPrincipal() {
        return user;
    }

    /** None are kept. */
    @Override
    public String getCredentials() {
        return "";
    }

    /** One session's and no other's. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
