package org.mentorportal.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.PortalAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No other site's page makes a browser act here or listens in: whatever may change something, and every websocket, must come from
 * the portal's own pages (X17). Programs send no origin and carry no cookie; a websocket without one is no browser's.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OwnOrigin extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(OwnOrigin.class);
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private final PortalAddress address;
    private final PlainPage page;

    OwnOrigin(PortalAddress address, PlainPage page) {
        this.address = address;
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean socket = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
        boolean acts = socket || !HARMLESS.contains(request.getMethod());
        if (acts && (origin == null ? socket || isFromElsewhere(request) : !isOwn(origin, request.getHeader(HttpHeaders.HOST)))) {
            log.warn("{} of another site refused, from {}", socket ? "websocket" : "call", request.getRemoteAddr());
            page.write(response, HttpStatus.FORBIDDEN.value(), "page.forbidden");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return "cross-site".equals(site) || "same-site".equals(site);
    }

    private boolean isOwn(String origin, @Nullable String named) {
        try {
            return named != null && address.isOwn(new URI(origin), named);
        } catch (URISyntaxException none) {
            return false;
        }
    }
}
