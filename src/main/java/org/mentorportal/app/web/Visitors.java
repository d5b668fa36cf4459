package org.mentorportal.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.mentorportal.account.StaySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sessions of people who are not signed in: short, and only so many (X27). Beyond that who comes anew is asked to wait; who is signed
 * in, programs and files are not touched.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class Visitors extends OncePerRequestFilter implements HttpSessionListener, HttpSessionAttributeListener {

    private static final Logger log = LoggerFactory.getLogger(Visitors.class);
    private static final String SIGNED_IN = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
    private static final String MARK = Visitors.class.getName();
    private static final Pattern NEEDS_NO_SESSION = Pattern.compile("/(api|actuator|assets|VAADIN)/.*|/error");

    private final WebSettings settings;
    private final StaySettings stays;
    private final PlainPage page;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicBoolean full = new AtomicBoolean();

    Visitors(WebSettings settings, StaySettings stays, PlainPage page) {
        this.settings = settings;
        this.stays = stays;
        this.page = page;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean stranger = !NEEDS_NO_SESSION.matcher(request.getRequestURI()).matches() && request.getSession(false) == null;
        if (stranger && count.get() >= settings.visitors()) {
            if (full.compareAndSet(false, true)) {
                log.warn("{} sessions without a sign-in: newcomers are asked to wait", settings.visitors());
            }
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(settings.visitorTime().toSeconds()));
            page.write(response, HttpStatus.SERVICE_UNAVAILABLE.value(), "page.full");
        } else {
            chain.doFilter(request, response);
        }
    }

    int count() {
        return count.get();
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        event.getSession().setMaxInactiveInterval((int) settings.visitorTime().toSeconds());
        event.getSession().setAttribute(MARK, new Counted());
    }

    /** Whoever signs in has the time of those who are signed in, and is counted no more. */
    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        if (event.getName().equals(SIGNED_IN)) {
            HttpSession session = event.getSession();
            session.removeAttribute(MARK);
            session.setMaxInactiveInterval((int) stays.idle().toSeconds());
        }
    }

    /** In a session as long as it is a visitor's. */
    private final class Counted implements HttpSessionBindingListener {

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            count.incrementAndGet();
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            count.decrementAndGet();
            full.set(false);
        }
    }
}
