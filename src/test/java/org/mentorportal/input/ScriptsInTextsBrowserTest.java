package org.mentorportal.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.catalogue.AddResource;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Browser;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** X18 in a real browser: what was stored as text is shown as text, and even markup that had got in would run nothing. */
@PortalTest
class ScriptsInTextsBrowserTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    BookingService bookings;
    @Autowired
    ClosureService closures;
    @Autowired
    Clock clock;
    @LocalServerPort
    int port;

    private final Map<AccountInfo, List<String>> screens = new LinkedHashMap<>();

    /** Every script as the name of a ground, a service and a cycle, as purpose, contact, reasons and answers, two as people's names. */
    private void storeThemAll() {
        AccountInfo student = school.named(BadInput.SCRIPTS.get(1), "x" + System.nanoTime() + "@test.school", Role.STUDENT);
        AccountInfo mentor = school.named(BadInput.SCRIPTS.get(2), "y" + System.nanoTime() + "@test.school", Role.MENTOR);
        AccountInfo admin = school.admin();
        AccountInfo principal = school.principal();
        ServiceInfo talk = school.service(school.resourceOf(mentor), Approval.AUTOMATIC);
        CycleInfo cycle = Mentoring.done(mentoring.add(admin, new AddCycle(BadInput.SCRIPTS.getFirst(), LocalDate.now(clock).minusDays(60),
                LocalDate.now(clock).plusDays(60), 3, Mentoring.ids(talk))));
        var scene = new Mentoring.Scene(admin, mentor, student, talk, talk, cycle, mentoring.enrolled(cycle, student, mentor));
        mentoring.noShows(scene, 3);
        mentoring.page(scene).warnings().forEach(warning -> mentoring.answer(scene, warning, BadInput.SCRIPTS.get(3)));
        String week = "";
        for (int i = 0; i < BadInput.SCRIPTS.size(); i++) {
            String script = BadInput.SCRIPTS.get(i);
            ResourceInfo ground = done(school.as(admin, () -> catalogue.add(new AddResource(cut(script), null), CommandKey.fresh())));
            ServiceInfo service = school.service(new AddService(ground.id(), cut(script), Timing.of(60), 1, 12, Approval.PRINCIPAL, Limits.none(),
                    School.allWeek("08:00", "20:00")));
            var start = school.in(1 + i / 10, "08:00").plusSeconds(3600L * (i % 10));
            BookingDetails booking = Desk.done(school.as(student, () -> bookings.request(
                    new RequestBooking(service.id(), start, script, 1, cut(script)), CommandKey.fresh())));
            if (i % 3 == 0) {
                desk.reject(principal, booking, script);
            } else if (i % 3 == 1) {
                desk.cancel(admin, booking, script);
            }
            school.as(admin, () -> closures.close(new CloseResource(ground.id(), school.in(4, "08:00"), school.in(5, "08:00"), script), CommandKey.fresh()));
            week = "book/" + service.id();
        }
        screens.put(student, List.of("", "book", week, "my-bookings", "standing", "inbox"));
        screens.put(mentor, List.of("mentees", "mentees/" + scene.enrolment().id(), "bookings"));
        screens.put(admin, List.of("approvals", "closures", "bookings", "admin/services", "admin/cycles", "mentees/" + scene.enrolment().id(), week));
    }

    private static <T> T done(CatalogueOutcome<T> outcome) {
        return ((CatalogueOutcome.Done<T>) outcome).thing();
    }

    /** As long as a name may be. */
    private static String cut(String script) {
        return script.length() > 60 ? script.substring(0, 60) : script;
    }

    @Test
    void x18V121NoStoredScriptRunsOnAnyScreenThatShowsIt() {
        storeThemAll();
        List<String> shown = new ArrayList<>();
        int opened = 0;
        try (var browser = new Browser(port)) {
            for (Map.Entry<AccountInfo, List<String>> person : screens.entrySet()) {
                Page page = browser.signIn(person.getKey());
                page.onDialog(dialog -> browser.faults.add("dialog: " + dialog.message()));
                for (String screen : person.getValue()) {
                    browser.open(page, screen);
                    page.waitForTimeout(150);
                    shown.add(page.locator("body").innerText());
                    assertThat(page.evaluate("window.xss === undefined && document.querySelectorAll('base').length === 1")).as(screen).isEqualTo(true);
                    opened++;
                }
                page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/scripts-" + person.getKey().id() + ".png")));
            }
            assertThat(browser.faults).isEmpty();
        }
        String all = String.join("\n", shown);
        assertThat(BadInput.SCRIPTS).allSatisfy(script -> assertThat(all).contains(cut(script)));
        System.out.printf("SCRIPTS %d stored in 8 kinds of text, %d screens opened in Chromium: 0 run, all shown literally%n", BadInput.SCRIPTS.size(), opened);
    }

    @Test
    void v343MarkupThatHadGotInRunsNothing() {
        try (var browser = new Browser(port)) {
            Page page = browser.signIn(school.student());
            page.evaluate("""
                    () => {
                      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.xss=1"><iframe srcdoc="<script>parent.xss=2</script>"></iframe>');
                      const script = document.createElement('script');
                      script.textContent = 'window.xss = 3';
                      document.body.append(script);
                      const other = document.createElement('script');
                      other.src = 'https://evil.example/x.js';
                      document.body.append(other);
                    }""");
            page.waitForTimeout(500);
            assertThat(page.evaluate("window.xss === undefined")).isEqualTo(true);
            assertThat(browser.faults).anyMatch(fault -> fault.contains("Content Security Policy"));
        }
    }

    @Test
    void x27ATabThatIsOneTooManySendsTheOldestAwayWithWords() {
        try (var browser = new Browser(port)) {
            Page page = browser.signIn(school.student());
            browser.open(page, "settings");
            // Not waited for: the page may be sent away before the last of them is answered.
            page.evaluate("() => { (async () => { for (let i = 0; i < 10; i++) await fetch('/?v-r=init&location=settings&query='); })().catch(() => {}); }");
            page.waitForURL("**/tab-closed");
            assertThat(page.locator("h1").innerText()).isEqualTo("This tab was closed");
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens/tab-closed.png")));
            assertThat(browser.faults).isEmpty();
        }
    }
}
