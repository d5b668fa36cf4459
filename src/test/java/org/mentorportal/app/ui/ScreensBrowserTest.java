package org.mentorportal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentorportal.support.Browser;
import org.mentorportal.support.PortalTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every screen of every role, on a desk in light and on the smallest phone in dark: nothing overflows, nothing fails. */
@PortalTest
class ScreensBrowserTest {

    static final Map<String, List<String>> SCREENS = Map.of(
            "student001", List.of("", "book", "book/Hall A/Volleyball", "book/Daniel Okonjo/Career talk", "my-bookings", "standing", "inbox", "settings"),
            "mentor01", List.of("", "mentees", "bookings", "hours", "approvals", "closures", "trail", "inbox"),
            "principal1", List.of("", "book/Hall A/Volleyball", "approvals", "closures", "trail", "inbox"),
            "admin", List.of("", "book/Hall A/Volleyball", "bookings", "approvals", "closures", "mentees", "admin/services", "admin/cycles",
                    "admin/accounts", "trail", "admin/trail", "inbox"));

    @LocalServerPort
    int port;

    @Test
    void everyScreenFitsADeskInLightAndTheSmallestPhoneInDark() {
        try (var browser = new Browser(port)) {
            Page anonymous = browser.anonymous();
            anonymous.navigate(browser.address() + "login");
            anonymous.waitForSelector("button[type=submit]");
            shoot(anonymous, "login");
            SCREENS.forEach((person, screens) -> {
                Page page = signIn(browser, person);
                for (String screen : screens) {
                    browser.open(page, path(page, browser, screen));
                    shoot(page, person + "-" + screen.replaceAll("[/ ]", "-"));
                }
            });
            booking(browser);
            ownBooking(browser);
            forAStudent(browser);
            deciding(browser);
            moreEntries(browser);
            assertThat(browser.faults).isEmpty();
        }
    }

    private static Page signIn(Browser browser, String person) {
        return browser.signIn(person + "@demo.school", "demo-school", 1280, 860, ColorScheme.LIGHT);
    }

    private static void booking(Browser browser) {
        Page student = signIn(browser, "student002");
        browser.open(student, path(student, browser, "book/Court 1/Basketball"));
        student.locator(".cell.free button").first().click();
        shoot(student, "chosen");
        student.locator("#book-slot").click();
        student.getByLabel("Purpose").fill("Team practice");
        shoot(student, "details");
        student.locator("#review").click();
        student.waitForSelector("#confirm");
        shoot(student, "review");
        student.keyboard().press("Escape");
        whyNot(browser, student);
        token(browser, student);
    }

    private static void whyNot(Browser browser, Page student) {
        browser.open(student, path(student, browser, "book/Hall A/Volleyball"));
        student.locator(".cell.taken button").first().focus();
        student.keyboard().press("Enter");
        student.waitForSelector(".panel h3");
        shoot(student, "why-not");
    }

    private static void token(Browser browser, Page student) {
        browser.open(student, "settings");
        student.locator("#new-token").click();
        student.getByLabel("Name").fill("league import");
        shoot(student, "new-token");
        student.getByLabel("Name").press("Enter");
        student.waitForSelector("#copy-token");
        shoot(student, "token");
    }

    private static void ownBooking(Browser browser) {
        Page student = signIn(browser, "student001");
        browser.open(student, "my-bookings");
        student.locator(".actions vaadin-button").first().click();
        student.waitForSelector("#save");
        shoot(student, "edit");
        student.keyboard().press("Escape");
        student.waitForSelector("#save", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        student.locator(".row").filter(new Locator.FilterOptions().setHasText("Move…")).first()
                .locator(".actions vaadin-button").nth(1).click();
        student.locator(".time-button").first().focus();
        student.keyboard().press("Enter");
        student.waitForSelector("#move:not([disabled])");
        shoot(student, "move");
    }

    private static void forAStudent(Browser browser) {
        Page admin = signIn(browser, "admin");
        browser.open(admin, path(admin, browser, "book/Hall A/Volleyball"));
        admin.locator(".cell.free button").first().click();
        admin.locator("#book-slot").click();
        admin.waitForSelector("#review");
        admin.locator("vaadin-combo-box input").pressSequentially("an");
        admin.waitForSelector("vaadin-combo-box-item");
        admin.locator("vaadin-combo-box-item").first().click();
        admin.getByLabel("Purpose").fill("Team practice");
        shoot(admin, "for-student");
    }

    private static void deciding(Browser browser) {
        Page principal = signIn(browser, "principal1");
        browser.open(principal, "approvals");
        principal.locator(".actions .grave").first().click();
        principal.waitForSelector("#act");
        shoot(principal, "reject");
        browser.open(principal, "closures");
        principal.locator("#new-closure").click();
        principal.waitForSelector("#preview");
        shoot(principal, "closure");
    }

    private static void moreEntries(Browser browser) {
        Page admin = signIn(browser, "admin");
        browser.open(admin, "");
        admin.setViewportSize(360, 740);
        admin.locator(".more").click();
        admin.waitForSelector("nav.open");
        shoot(admin, "more");
        admin.setViewportSize(360, 740);
        assertThat(admin.locator("nav a.rest:focus").count()).as("one goes on with what was opened").isOne();
        admin.keyboard().press("Escape");
        admin.waitForSelector("nav:not(.open) .more:focus");
        admin.keyboard().press("Enter");
        admin.waitForSelector("nav.open");
        admin.locator("nav a", new Page.LocatorOptions().setHasText("Closures")).click();
        admin.waitForSelector("#new-closure");
        assertThat(admin.locator("nav.open").count()).as("it makes room for the page").isZero();
        assertThat(admin.locator(".more.on").count()).as("the page is one of those behind it").isOne();
    }

    /** book/PLACE/SERVICE stands for the week of that service. */
    static String path(Page page, Browser browser, String screen) {
        if (!screen.startsWith("book/")) {
            return screen;
        }
        String[] wanted = screen.split("/");
        browser.open(page, "book");
        return page.locator(".choice").filter(new Locator.FilterOptions().setHasText(wanted[1]))
                .locator("a").filter(new Locator.FilterOptions().setHasText(wanted[2])).first().getAttribute("href");
    }

    private static void shoot(Page page, String name) {
        Browser.picture(page, Path.of("target/screens", "phone-" + name + ".png"), Browser.Device.PHONE_IN_DARK, false);
        Browser.picture(page, Path.of("target/screens", "desk-" + name + ".png"), Browser.Device.DESK_IN_LIGHT, false);
    }
}
