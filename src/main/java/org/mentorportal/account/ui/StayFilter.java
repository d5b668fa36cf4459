package org.mentorportal.account.ui;

import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.mentorportal.account.StayEnd;
import org.mentorportal.account.Stays;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of whoever's stay is over, before anything is done with it; notes that the others do something. */
final class StayFilter extends OncePerRequestFilter {

    private static final String KIND = "v-r";
    private static final String HEARTBEAT = "heartbeat";
    private static final String PUSH = "push";
    private static final String CLICK = "uidl";

    private final Stays stays;

    StayFilter(Stays stays) {
        this.stays = stays;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        Optional<StayEnd> end = stays.endOf(person);
        if (end.isEmpty()) {
            if (!bySelf(request)) {
                stays.use(person);
            }
        } else {
            stays.end(person, end.get());
            leave(request);
            if (opensAPage(request)) {
                response.sendRedirect(request.getContextPath() + "/" + SignInView.left(end.get()));
                return;
            }
            if (CLICK.equals(request.getParameter(KIND))) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.getWriter().write(VaadinService.createCriticalNotificationJSON(null, null, null, SignInView.left(end.get())));
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** What a browser sends though nobody does anything. */
    private static boolean bySelf(HttpServletRequest request) {
        String kind = request.getParameter(KIND);
        return HEARTBEAT.equals(kind) || PUSH.equals(kind);
    }

    private static void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    private static boolean opensAPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod()) && request.getParameter(KIND) == null
                && !request.getRequestURI().equals(request.getContextPath() + "/login")
                && accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
