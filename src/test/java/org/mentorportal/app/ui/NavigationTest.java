package org.mentorportal.app.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mentorportal.support.Screen.buttons;
import static org.mentorportal.support.Screen.open;
import static org.mentorportal.support.Screen.soon;
import static org.mentorportal.support.Screen.words;

import com.github.mvysny.kaributesting.v10.MockAccessDeniedException;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.ScreenTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is offered which pages, and who is let in. */
class NavigationTest extends ScreenTest {

    @Autowired
    ServletContext server;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;

    @Test
    void everyScreenOfThePortalIsKnownToTheseTests() {
        List<RouteData> real = ApplicationRouteRegistry.getInstance(new VaadinServletContext(server)).getRegisteredRoutes();
        visit(school.student());
        assertThat(UI.getCurrent().getInternals().getRouter().getRegistry().getRegisteredRoutes())
                .extracting(RouteData::getTemplate).isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(real.stream().map(RouteData::getTemplate).toList());
    }

    @Test
    void aStudentMayBookAndSeeTheirBookings() {
        visit(school.student());
        assertThat(entries()).containsExactly("Start", "Book", "My bookings", "Inbox");
    }

    @Test
    void aMenteeMayAlsoSeeTheirStandingFromTheMomentTheyAreEnrolled() {
        Mentoring.Scene scene = mentoring.scene();
        AccountInfo student = school.student();
        visit(student);
        assertThat(entries()).doesNotContain("My standing");
        mentoring.enrolled(scene.cycle(), student, scene.mentor());
        soon(() -> assertThat(entries()).containsExactly("Start", "Book", "My bookings", "My standing", "Inbox"));
    }

    @Test
    void aMentorIsToldHowManyMenteesWaitForADecision() {
        Mentoring.Scene scene = mentoring.scene();
        visit(scene.mentor());
        mentoring.noShows(scene, 3);
        soon(() -> assertThat(words(_get(NavItem.class, items -> items.withPredicate(item -> item.path().equals("mentees")))))
                .isEqualTo("Mentees 1"));
    }

    @Test
    void aMentorMayBookForStudentsDecideAndClose() {
        visit(school.mentor());
        assertThat(entries()).containsExactly("Start", "Slots", "Sessions", "Mentees", "Bookings", "Approvals", "Closures", "Hours", "Inbox");
    }

    @Test
    void aPrincipalMayDecideAndClose() {
        visit(school.principal());
        assertThat(entries()).containsExactly("Start", "Slots", "Approvals", "Closures", "Trail", "Inbox");
    }

    @Test
    void anAdminMayBookForStudentsDecideCloseAndSayWhatIsOffered() {
        visit(school.admin());
        assertThat(entries()).containsExactly("Start", "Slots", "Sessions", "Mentees", "Bookings", "Approvals", "Closures", "Services", "Cycles", "Accounts", "Trail", "Seals", "Inbox");
        open("admin/services");
        assertThat(marked()).containsExactly("Services");
    }

    @Test
    void whoHoldsTwoRolesIsOfferedWhatEitherMay() {
        visit(school.person(Role.STUDENT, Role.PRINCIPAL));
        assertThat(entries()).containsExactly("Start", "Book", "My bookings", "Approvals", "Closures", "Trail", "Inbox");
        assertThat(words()).contains("Your next bookings", "Requests that wait");
    }

    @Test
    void aPhoneShowsStaffFourEntriesAndTheOthersOnAClick() {
        visit(school.mentor());
        assertThat(atHand()).containsExactly("Start", "Sessions", "Mentees", "Inbox");
        assertThat(more().getElement().getAttribute("aria-expanded")).isEqualTo("false");

        _click(more());
        assertThat(_get(Nav.class).hasClassName("open")).isTrue();
        assertThat(more().getElement().getAttribute("aria-expanded")).isEqualTo("true");

        open("bookings");
        assertThat(more().hasClassName("on")).as("the page is one of those behind it").isTrue();
        open("mentees");
        assertThat(more().hasClassName("on")).isFalse();
    }

    @Test
    void aPhoneHasRoomForAllOfAStudentsEntries() {
        visit(school.student());
        assertThat(atHand()).isEqualTo(entries());
        _assertNone(NativeButton.class, buttons -> buttons.withClasses("more"));
    }

    @Test
    void whatWaitsBehindTheOthersIsSaidBeforeTheyAreSeen() {
        AccountInfo mentor = school.mentor();
        visit(mentor);
        var talk = school.service(school.resourceOf(mentor), Approval.MENTOR);
        desk.book(school.student(), talk, school.in(2, "10:00"));
        soon(() -> assertThat(words(more())).isEqualTo("More 1"));
    }

    @Test
    void thePageOneIsOnIsMarked() {
        visit(school.student());
        assertThat(marked()).containsExactly("Start");
        open("my-bookings");
        assertThat(marked()).containsExactly("My bookings");
        open("book/" + school.service().id());
        assertThat(marked()).containsExactly("Book");
    }

    @Test
    void aStudentsStartPageIsAboutTheirBookings() {
        AccountInfo student = school.student();
        visit(student);
        assertThat(words()).contains("Hello, " + student.displayName(), "Your next bookings");
        assertThat(headings()).containsExactly("Your next bookings");
    }

    @Test
    void thoseWhoDecideStartWithTheRequests() {
        for (AccountInfo person : List.of(school.mentor(), school.principal(), school.admin())) {
            visit(person);
            assertThat(headings()).containsExactly("Requests that wait");
        }
    }

    @Test
    void theStartPageShowsTheSoonestRequestsAndHowManyMoreWait() {
        AccountInfo mentor = school.mentor();
        ServiceInfo talk = school.service(school.resourceOf(mentor), Approval.MENTOR);
        List<AccountInfo> students = school.students(6);
        students.forEach(one -> desk.book(one, talk, school.in(2, "08:00").plus(Duration.ofHours(students.indexOf(one)))));
        visit(mentor);
        assertThat(words()).contains(students.get(3).displayName(), "and 2 more").doesNotContain(students.get(4).displayName() + " ");
    }

    @Test
    void aStudentIsDeniedWhatIsForStaff() {
        visit(school.student());
        denied("approvals");
        denied("closures");
        denied("admin/services");
        denied("bookings");
        denied("hours");
        denied("mentees");
        denied("admin/cycles");
        denied("admin/trail");
    }

    @Test
    void staffAreDeniedWhatIsForStudents() {
        for (AccountInfo person : List.of(school.mentor(), school.principal(), school.admin())) {
            visit(person);
            denied("my-bookings");
            denied("standing");
        }
    }

    @Test
    void whoeverIsNotSignedInIsSentToSignIn() {
        visitOfAStranger();
        for (String path : List.of("", "book", "my-bookings", "bookings", "approvals", "closures", "inbox", "book/" + school.service().id())) {
            open(path);
            _assertOne(Main.class, main -> main.withClasses("sign-in"));
            _assertNone(Nav.class);
        }
    }

    @Test
    void theSignInPageOffersTheDemoSchoolsPeople() {
        visitOfAStranger();
        assertThat(words()).contains("Demo school");
        for (String role : List.of("Student", "Mentor", "Principal", "Admin")) {
            assertThat(buttons(UI.getCurrent(), role)).as(role).hasSize(1);
        }
    }

    @Test
    void aFailedSignInSaysSoAndNotWhich() {
        visitOfAStranger();
        assertThat(words()).doesNotContain("do not fit together");
        open("login?error");
        assertThat(words()).contains("That address and password do not fit together. Please try again.");
    }

    private static void denied(String path) {
        assertThatThrownBy(() -> open(path)).as(path).isInstanceOf(MockAccessDeniedException.class);
    }

    /** Without the count of what waits there: others' tests and the demo school have requests too. */
    private static List<String> entries() {
        return _find(_get(Nav.class), NavItem.class).stream().map(item -> words(item).replaceAll(" \\d+\\+?$", "")).toList();
    }

    private static NativeButton more() {
        return _get(NativeButton.class, buttons -> buttons.withClasses("more"));
    }

    private static List<String> atHand() {
        return _find(_get(Nav.class), NavItem.class, items -> items.withoutClasses("rest")).stream()
                .map(item -> words(item).replaceAll(" \\d+\\+?$", "")).toList();
    }

    private static List<String> marked() {
        return _find(NavItem.class, items -> items.withAttribute("aria-current", "page")).stream()
                .map(item -> words(item)).toList();
    }

    private static List<String> headings() {
        return _find(H2.class).stream().map(H2::getText).toList();
    }
}
