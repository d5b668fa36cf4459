package org.mentorportal.app.web;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code portal.base-url}: where people find the portal. Over HTTPS, cookies and headers insist on it; empty: plain HTTP, to try it out. */
@Component
class PublicAddress {

    private final URI base;

    PublicAddress(@Value("${portal.base-url:}") String base) {
        this.base = URI.create(base);
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(base.getScheme());
    }

    /** @param named what the caller says that the portal's host is: believed only where no address is set, since links are never made of it */
    boolean isOwn(URI origin, String named) {
        return base.getHost() == null ? named.equalsIgnoreCase(origin.getAuthority())
                : base.getScheme().equalsIgnoreCase(origin.getScheme()) && base.getAuthority().equalsIgnoreCase(origin.getAuthority());
    }
}
