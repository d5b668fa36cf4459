package org.mentorportal.shared;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * {@code portal.base-url}: where people find the portal. From its settings alone, never from what a request says of itself, or whoever
 * forges a Host header would have the links that the portal hands out. Over HTTPS, cookies and headers insist on it; empty only with
 * the demo school: plain HTTP, to try it out.
 */
@Component
public class PortalAddress {

    private final URI base;
    private final String port;

    public PortalAddress(@Value("${portal.base-url:}") String base, @Value("${server.port}") String port) {
        this.base = URI.create(base);
        this.port = port;
    }

    public boolean isSecure() {
        return "https".equalsIgnoreCase(base.getScheme());
    }

    /** @param named what the caller says that the portal's host is: believed only where no address is set, since links are never made of it */
    public boolean isOwn(URI origin, String named) {
        return base.getHost() == null ? named.equalsIgnoreCase(origin.getAuthority())
                : base.getScheme().equalsIgnoreCase(origin.getScheme()) && base.getAuthority().equalsIgnoreCase(origin.getAuthority());
    }

    /** A link that can be handed to people. */
    public String to(String path) {
        return (base.toString().isEmpty() ? "http://localhost:" + port : base) + path;
    }
}
