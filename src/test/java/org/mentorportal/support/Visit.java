package org.mentorportal.support;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinSession;
import java.security.Principal;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * One person's session, with the server's half of a browser tab. All of {@link Screen} is about the visit that has the
 * thread: the last one that began, until another {@link #turns}. A visit stays on its thread.
 */
public final class Visit implements AutoCloseable {

    private final SecurityContext person;
    private final UI ui;
    private final VaadinSession session;
    private final VaadinRequest request;
    private final VaadinResponse response;
    private volatile boolean over;

    static {
        MockVaadin.setMockRequestFactory(httpSession -> {
            var request = new FakeRequest(httpSession) {
                @Override
                public Principal getUserPrincipal() {
                    Authentication person = SecurityContextHolder.getContext().getAuthentication();
                    return person instanceof AnonymousAuthenticationToken ? null : person;
                }
            };
            request.setUserInRole((person, role) -> person instanceof Authentication known
                    && known.getAuthorities().stream().anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority())));
            return request;
        });
    }

    /** Begins at the start page. */
    Visit(VaadinServlet servlet, Authentication person) {
        this.person = new SecurityContextImpl(person);
        SecurityContextHolder.setContext(this.person);
        MockVaadin.setup(MockedUI::new, servlet);
        this.ui = UI.getCurrent();
        this.session = VaadinSession.getCurrent();
        this.request = VaadinRequest.getCurrent();
        this.response = VaadinResponse.getCurrent();
    }

    /** Gives this visit the thread; what was pushed to it meanwhile is shown now. */
    public Visit turns() {
        take();
        Screen.settle();
        return this;
    }

    private void take() {
        SecurityContextHolder.setContext(person);
        CurrentInstance.setCurrent(ui);
        CurrentInstance.setCurrent(session);
        UI.setCurrent(ui);
        CurrentInstance.set(VaadinRequest.class, request);
        CurrentInstance.set(VaadinResponse.class, response);
    }

    /** {@link Screen#open} in this visit. */
    public Visit opens(String path) {
        turns();
        Screen.open(path);
        return this;
    }

    @Override
    public void close() {
        if (!over) {
            over = true;
            take();
            MockVaadin.tearDown();
            SecurityContextHolder.clearContext();
        }
    }
}
