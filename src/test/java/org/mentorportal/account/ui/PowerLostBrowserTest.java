package org.mentorportal.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountAdministration;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.EditAccount;
import org.mentorportal.account.SwitchAccount;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Browser;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Open screens of a session that is over are left by themselves: V7.4.1, V7.4.2, V8.3.2, X14. */
@PortalTest
class PowerLostBrowserTest {

    @Autowired
    School school;
    @Autowired
    AccountAdministration accounts;
    @LocalServerPort
    int port;

    private static Duration left(Page page, String end, Runnable change) {
        long begun = System.nanoTime();
        change.run();
        page.waitForURL("**/login" + end, new Page.WaitForURLOptions().setTimeout(20_000));
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Test
    void x14OpenScreensAreLeftWithin5SecondsOfWhateverTakesTheirPower() {
        AccountInfo admin = school.admin();
        AccountInfo mentor = school.person(Role.MENTOR, Role.STUDENT);
        AccountInfo student = school.student();
        try (var browser = new Browser(port)) {
            Page demoted = browser.signIn(mentor);
            browser.open(demoted, "closures");
            Duration role = left(demoted, "?left=CHANGED", () -> school.as(admin, () -> accounts.edit(new EditAccount(mentor.id(), 1, mentor.displayName(),
                    Set.of(Role.STUDENT)), CommandKey.fresh())));
            demoted.waitForSelector("text=Your roles, your password or your second factor have changed");

            Page first = browser.signIn(student);
            Page second = first.context().newPage();
            browser.open(second, "my-bookings");
            Duration disabled = left(second, "?left=CHANGED", () -> school.as(admin, () -> accounts.switchTo(new SwitchAccount(student.id(), 1, false),
                    CommandKey.fresh())));
            first.waitForURL("**/login?left=CHANGED");
            System.out.println("POWER role taken " + role.toMillis() + " ms, disabled " + disabled.toMillis() + " ms to the sign-in page");
            assertThat(role).isLessThan(Duration.ofSeconds(5));
            assertThat(disabled).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void v741SignOutEndsAllTabs() {
        try (var browser = new Browser(port)) {
            Page first = browser.signIn(school.student());
            Page second = first.context().newPage();
            browser.open(second, "my-bookings");
            left(second, "*", () -> first.locator("text=Sign out").click());
            first.waitForURL("**/login*");
            second.navigate(browser.address() + "my-bookings");
            second.waitForURL("**/login");
        }
    }

    @Test
    void screensOfAccountsFitDeskAndPhone() {
        try (var browser = new Browser(port)) {
            look(browser, "desk", 1280, 860, ColorScheme.LIGHT);
            look(browser, "phone", 360, 740, ColorScheme.DARK);
            assertThat(browser.faults).isEmpty();
        }
    }

    private static void look(Browser browser, String device, int width, int height, ColorScheme scheme) {
        Page admin = browser.signIn("admin@demo.school", "demo-school", width, height, scheme);
        browser.open(admin, "admin/accounts");
        shoot(admin, device, "accounts");
        admin.locator("#invite").click();
        admin.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Nora Invited");
        admin.getByLabel("E-mail address").fill("nora." + device + "@test.school");
        admin.getByLabel("Student").check();
        shoot(admin, device, "invite");
        admin.locator("vaadin-dialog vaadin-button").filter(new Locator.FilterOptions().setHasText("Invite")).last().click();
        String link = admin.locator("vaadin-dialog .secret input").inputValue();
        shoot(admin, device, "invitation-link");
        Page invited = admin.context().browser().newContext().newPage();
        invited.setViewportSize(width, height);
        invited.navigate(browser.address() + link.substring(link.indexOf("invitation/")));
        invited.waitForSelector("vaadin-password-field");
        shoot(invited, device, "invited");
        browser.open(admin, "settings");
        shoot(admin, device, "settings");
        admin.locator("#second-factor").click();
        admin.waitForSelector(".code-picture svg");
        shoot(admin, device, "second-factor");
    }

    private static void shoot(Page page, String device, String name) {
        page.waitForTimeout(400); // what fades or slides in has come to rest
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screens", device + "-" + name + ".png")));
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(name + " overflows to the side").isTrue();
    }
}
