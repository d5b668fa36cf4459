package org.mentorportal.account;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people find the portal: from its settings alone, never from what a request says of itself, or whoever forges a Host
 * header would have the links that the portal hands out. The demo school does without a setting.
 */
@Component
class PortalAddress {

    private final String base;

    PortalAddress(@Value("${portal.base-url}") String base, @Value("${server.port}") String port) {
        this.base = base.isEmpty() ? "http://localhost:" + port : base;
    }

    String of(LinkKind kind, LinkToken token) {
        return base + (kind == LinkKind.INVITATION ? "/invitation/" : "/reset/") + token.text();
    }
}
