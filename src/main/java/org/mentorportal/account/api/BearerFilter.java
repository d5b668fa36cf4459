package org.mentorportal.account.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in whoever shows a valid token, for this one call; whoever shows another is sent away at once. */
final class BearerFilter extends OncePerRequestFilter {

    private static final Pattern BEARER = Pattern.compile("Bearer +([!-~]{1,200})", Pattern.CASE_INSENSITIVE);

    private final Function<String, Optional<Authentication>> holder;
    private final AuthenticationEntryPoint refused;

    BearerFilter(Function<String, Optional<Authentication>> holder, AuthenticationEntryPoint refused) {
        this.holder = holder;
        this.refused = refused;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            chain.doFilter(request, response);
            return;
        }
        Matcher bearer = BEARER.matcher(header.strip());
        Optional<Authentication> person = bearer.matches() ? holder.apply(bearer.group(1)) : Optional.empty();
        if (person.isEmpty()) {
            refused.commence(request, response, new BadCredentialsException("no valid token"));
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(person.get());
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
