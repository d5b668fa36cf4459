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

    private static final Map<String, List<String>> SCREENS = Map.of(
            "student001", List.of("", "book", "book/Hall A/Volleyball", "book/Daniel Okonjo/Career talk", "my-bookings", "standing", "inbox", "settings"),
            "mentor01", List.of("", "mentees", "bookings", "approvals", "closures", "inbox"),
            "principal1", List.of("", "book/Hall A/Volleyball", "approvals", "closures", "trail", "inbox"),
            "admin", List.of("", "book/Hall A/Volleyball", "bookings", "approvals", "closures", "mentees", "admin/services", "admin/cycles", "trail", "admin/trail", "inbox"));

    @LocalServerPort
    int port;

    @Test
    void everyScreenFitsADeskInLight() {
        tour("desk", 1280, 860, ColorScheme.LIGHT);
    }

    @Test
    void everyScreenFitsTheSmallestPhoneInDark() {
        tour("phone", 360, 740, ColorScheme.DARK);
    }

    private void tour(String device, int width, int height, ColorScheme scheme) {
        try (var browser = new Browser(port)) {
            Page anonymous = browser.anonymous();
            anonymous.setViewportSize(width, height);
            anonymous.navigate(browser.address() + "login");
            anonymous.waitForSelector("button[type=submit]");
            shoot(anonymous, device, "login");
            SCREENS.forEach((person, screens) -> {
                Page page = browser.signIn(person + "@demo.school", "demo-school", width, height, scheme);
                for (String screen : screens) {
                    browser.open(page, path(page, browser, screen));
                    shoot(page, device, person + "-" + screen.replaceAll("[/ ]", "-"));
                    fits(page, screen + " of " + person);
                }
            });
            dialogs(browser, device, width, height, scheme);
            assertThat(browser.faults).isEmpty();
        }
    }

    private static void dialogs(Browser browser, String device, int width, int height, ColorScheme scheme) {
        Page student = browser.signIn("student002@demo.school", "demo-school", width, height, scheme);
        browser.open(student, path(student, browser, "book/Court 1/Basketball"));
        student.locator(".cell.free button").first().click();
        shoot(student, device, "chosen");
        student.locator("#book-slot").click();
        student.getByLabel("Purpose").fill("Team practice");
        shoot(student, device, "details");
        student.locator("#review").click();
        student.waitForSelector("#confirm");
        shoot(student, device, "review");
        student.keyboard().press("Escape");
        whyNot(browser, student, device);
        ownBooking(browser, device, width, height, scheme);
        forAStudent(browser, device, width, height, scheme);
        token(browser, student, device);
        Page principal = browser.signIn("principal1@demo.school", "demo-school", width, height, scheme);
        browser.open(principal, "approvals");
        principal.locator(".actions .grave").first().click();
        principal.waitForSelector("#act");
        shoot(principal, device, "reject");
        browser.open(principal, "closures");
        principal.locator("#new-closure").click();
        principal.waitForSelector("#preview");
        shoot(principal, device, "closure");
    }

    private static void whyNot(Browser browser, Page student, String device) {
        browser.open(student, path(student, browser, "book/Hall A/Volleyball"));
        student.locator(".cell.taken button").first().focus();
        student.keyboard().press("Enter");
        student.waitForSelector(".panel h3");
        shoot(student, device, "why-not");
        fits(student, "why not");
    }

    private static void ownBooking(Browser browser, String device, int width, int height, ColorScheme scheme) {
        Page student = browser.signIn("student001@demo.school", "demo-school", width, height, scheme);
        browser.open(student, "my-bookings");
        student.locator(".actions vaadin-button").first().click();
        student.waitForSelector("#save");
        shoot(student, device, "edit");
        student.keyboard().press("Escape");
        student.waitForSelector("#save", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
        student.locator(".row").filter(new Locator.FilterOptions().setHasText("Move…")).first()
                .locator(".actions vaadin-button").nth(1).click();
        student.locator(".time-button").first().focus();
        student.keyboard().press("Enter");
        student.waitForSelector("#move:not([disabled])");
        shoot(student, device, "move");
        fits(student, "moving");
    }

    private static void forAStudent(Browser browser, String device, int width, int height, ColorScheme scheme) {
        Page admin = browser.signIn("admin@demo.school", "demo-school", width, height, scheme);
        browser.open(admin, path(admin, browser, "book/Hall A/Volleyball"));
        admin.locator(".cell.free button").first().click();
        admin.locator("#book-slot").click();
        admin.waitForSelector("#review");
        admin.locator("vaadin-combo-box input").pressSequentially("an");
        admin.waitForSelector("vaadin-combo-box-item");
        shoot(admin, device, "choose-student");
        admin.locator("vaadin-combo-box-item").first().click();
        admin.getByLabel("Purpose").fill("Team practice");
        shoot(admin, device, "for-student");
        fits(admin, "booking for a student");
    }

    private static void fits(Page page, String screen) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(screen + " overflows to the side").isTrue();
    }

    private static void token(Browser browser, Page student, String device) {
        browser.open(student, "settings");
        student.locator("#new-token").click();
        student.getByLabel("Name").fill("league import");
        shoot(student, device, "new-token");
        student.getByLabel("Name").press("Enter");
        student.waitForSelector("#copy-token");
        shoot(student, device, "token");
    }

    /** book/PLACE/SERVICE stands for the week of that service. */
    private static String path(Page page, Browser browser, String screen) {
        if (!screen.startsWith("book/")) {
            return screen;
        }
        String[] wanted = screen.split("/");
        browser.open(page, "book");
        return page.locator(".choice").filter(new Locator.FilterOptions().setHasText(wanted[1]))
                .locator("a").filter(new Locator.FilterOptions().setHasText(wanted[2])).first().getAttribute("href");
    }

    private static void shoot(Page page, String device, String name) {
        page.waitForTimeout(400); // what fades or slides in has come to rest
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", device + "-" + name + ".png")));
    }
}
