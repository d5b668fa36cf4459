package org.mentorportal.support;

import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.TestSignIn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.util.ClassUtils;

/** A test of screens without a browser: people visit the portal, and {@link Screen} says what they read and do. */
@PortalTest
public abstract class ScreenTest {

    private static final Routes ROUTES = new Routes();

    static {
        // Karibu's own discovery leaves out, without a word, what is not public
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        scanner.addIncludeFilter(new AnnotationTypeFilter(Layout.class));
        scanner.findCandidateComponents("org.mentorportal").forEach(found -> ROUTES.getRoutes().add(ClassUtils.resolveClassName(
                found.getBeanClassName(), ScreenTest.class.getClassLoader()).asSubclass(Component.class)));
    }

    @Autowired
    protected School school;
    @Autowired
    private ApplicationContext context;
    @Autowired
    private TestSignIn people;

    private final List<Visit> visits = new CopyOnWriteArrayList<>();
    private MockSpringServlet servlet;

    @BeforeEach
    void open() {
        servlet = new MockSpringServlet(ROUTES, context, MockedUI::new);
    }

    @AfterEach
    void leave() {
        visits.reversed().forEach(Visit::close);
    }

    /** {@code person} signs in and reads the start page; the visit has the thread, and must be closed if that is not the test's. */
    protected Visit visit(AccountInfo person) {
        return visit(people.of(person));
    }

    /** Somebody who is not signed in comes to the start page. */
    protected Visit visitOfAStranger() {
        return visit(new AnonymousAuthenticationToken("test", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
    }

    protected synchronized Visit visit(Authentication person) {
        var visit = new Visit(servlet, person);
        visits.add(visit);
        return visit;
    }
}
