package org.mentorportal.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Of the framework's own addresses only those in use are answered, as they are written: no other spelling gets a session or content
 * (X29). The picture that browsers ask for unasked is none either.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class KnownPaths extends OncePerRequestFilter {

    private static final Pattern GUARDED = Pattern.compile("/vaadin.*|/favicon\\.ico", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("/VAADIN/(build|static)(/[\\w@.+-]+)+");
    /** What belongs to somebody's screen, and so to a session. */
    private static final Pattern OF_A_SCREEN = Pattern.compile("/VAADIN/(push|dynamic/resource(/[\\w@.%+-]+)+)");

    private final PlainPage page;

    KnownPaths(PlainPage page) {
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        String meant = request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
        if (!GUARDED.matcher(path).matches() && !GUARDED.matcher(meant).matches() || FILE.matcher(path).matches()) {
            chain.doFilter(request, response);
        } else if (!OF_A_SCREEN.matcher(path).matches()) {
            page.write(response, HttpStatus.NOT_FOUND.value(), "not-found");
        } else if (request.getSession(false) == null) {
            page.write(response, HttpStatus.FORBIDDEN.value(), "page.forbidden");
        } else {
            chain.doFilter(request, response);
        }
    }
}
