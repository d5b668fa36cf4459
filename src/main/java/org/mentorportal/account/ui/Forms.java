package org.mentorportal.account.ui;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Which calls show another token than Spring Security's: those of screens, which carry their session's own. Never those that forms post
 * to, whatever parameters their address has: else a foreign page could sign somebody in with {@code /login?v-r=uidl}.
 */
@Component
class Forms {

    private static final Set<String> POSTED = Set.of("/login", "/logout");

    private final RequestUtil framework;

    Forms(RequestUtil framework) {
        this.framework = framework;
    }

    boolean haveAnotherToken(HttpServletRequest request) {
        return framework.isFrameworkInternalRequest(request) && !POSTED.contains(request.getServletPath());
    }
}
