package org.mentorportal.mentorship.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.support.Browser;
import org.mentorportal.support.Desk;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole way in a real browser, every picture on a desk in light and on the smallest phone in dark. */
@PortalTest
class ReprobationWalkBrowserTest {

    @LocalServerPort
    int port;
    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Mentoring mentoring;

    @Test
    void fromTheThirdNoShowToWhatReactivationBroughtBack() {
        Mentoring.Scene scene = mentoring.scene();
        BookingDetails taken = desk.book(scene.student(), scene.talk(), school.in(3, "10:00"));
        BookingDetails givenUp = desk.book(scene.student(), scene.talk(), school.in(4, "11:00"));
        BookingDetails talk = desk.book(scene.student(), scene.talk(), school.in(5, "12:00"));
        BookingDetails training = desk.book(scene.student(), scene.training(), school.in(6, "13:00"));
        mentoring.plan(scene, mentoring.weekly(scene.talk(), 9, "15:00"), mentoring.weekly(scene.training(), 6, "13:00"));
        mentoring.noShow(scene, 3);
        mentoring.noShow(scene, 2);
        mentoring.past(scene, 1);
        try (var browser = new Browser(port)) {
            Page mentor = browser.signIn(scene.mentor());
            Page mentee = browser.signIn(scene.student());
            thirdNoShow(browser, mentor, mentee);
            reprobation(mentor);
            notice(browser, mentee, scene);
            AccountInfo rival = school.student();
            mentoring.enrolled(scene.cycle(), rival, scene.mentor());
            desk.book(rival, scene.talk(), taken.start());
            giveUp(mentee, givenUp);
            reactivation(mentor);
            shoot(mentee, "09-mentee-came-back");
            shoot(mentor, "10-mentor-afterwards");
            mentorsOtherScreens(browser, mentor);
            cycles(browser, scene);
            assertThat(browser.faults).isEmpty();
        }
        assertThat(List.of(desk.statusOf(talk), desk.statusOf(training))).containsExactly(BookingStatus.APPROVED, BookingStatus.PENDING);
        assertThat(List.of(desk.statusOf(taken), desk.statusOf(givenUp))).containsOnly(BookingStatus.CANCELLED);
    }

    private static void thirdNoShow(Browser browser, Page mentor, Page mentee) {
        browser.open(mentee, "standing");
        shoot(mentee, "01-mentee-before");
        mentee.locator("vaadin-button").filter(new Locator.FilterOptions().setHasText("Answer…")).first().click();
        mentee.getByLabel("Your answer").fill("The bus was late; I wrote you an e-mail.");
        mentee.locator("#act").click();
        mentee.waitForSelector(".quote");
        browser.open(mentor, "mentor");
        mentor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^No-show:"))).first().click();
        mentor.locator(".asks a").click();
        mentor.waitForSelector(".card.decision");
        shoot(mentor, "02-mentor-at-the-limit");
    }

    private static void reprobation(Page mentor) {
        mentor.locator(".card.decision vaadin-button.grave").click();
        mentor.waitForSelector("#act");
        shoot(mentor, "03-reprobation-preview");
        mentor.getByLabel("Reason").fill("Three no-shows in a row; let us talk before we go on.");
        mentor.locator("#act").click();
        mentor.waitForSelector("#close");
        shoot(mentor, "04-reprobation-result");
        mentor.locator("#close").click();
        assertThat(mentor.locator(".mentee")).containsText("Suspended");
        shoot(mentor, "05-mentor-suspended");
    }

    private static void notice(Browser browser, Page mentee, Mentoring.Scene scene) {
        assertThat(mentee.locator("main")).containsText("You are suspended"); // pushed
        shoot(mentee, "06-mentee-suspended");
        browser.open(mentee, "my-bookings");
        shoot(mentee, "06-mentee-my-bookings");
        browser.open(mentee, "book/" + scene.talk().id());
        shoot(mentee, "06-mentee-service");
        mentee.locator(".pause-notice a").click();
        mentee.waitForURL("**/standing");
    }

    private static void giveUp(Page mentee, BookingDetails booking) {
        mentee.locator(".row").filter(new Locator.FilterOptions().setHasText("11:00–12:00")).locator("vaadin-button").first().click();
        mentee.waitForSelector("#act");
        shoot(mentee, "07-give-up");
        mentee.locator("#act").click();
        assertThat(mentee.locator("vaadin-button").filter(new Locator.FilterOptions().setHasText("Give up…"))).hasCount(3);
    }

    private static void reactivation(Page mentor) {
        mentor.locator("vaadin-button").filter(new Locator.FilterOptions().setHasText("Reactivate…")).click();
        mentor.waitForSelector("#act");
        shoot(mentor, "08-reactivation-preview");
        mentor.locator("#act").click();
        mentor.waitForSelector("#close");
        shoot(mentor, "08-reactivation-result");
        mentor.locator("#close").click();
    }

    private static void mentorsOtherScreens(Browser browser, Page mentor) {
        mentor.getByText("Edit plan…").click();
        mentor.waitForSelector("#save");
        mentor.locator("#add-time").click();
        shoot(mentor, "11-plan");
        mentor.keyboard().press("Escape");
        mentor.getByText("Make bookings…").click();
        mentor.waitForSelector("#preview");
        shoot(mentor, "12-generate");
        mentor.locator("#preview").click();
        mentor.waitForSelector("#act");
        shoot(mentor, "12-generate-preview");
        mentor.keyboard().press("Escape");
        browser.open(mentor, "mentees");
        shoot(mentor, "13-mentees");
        mentor.locator("#enrol").click();
        mentor.waitForSelector("#act");
        shoot(mentor, "14-enrol");
    }

    private void cycles(Browser browser, Mentoring.Scene scene) {
        Page admin = browser.signIn(scene.admin());
        browser.open(admin, "admin/cycles");
        shoot(admin, "15-cycles");
        admin.locator(".row").filter(new Locator.FilterOptions().setHasText(scene.cycle().name())).locator("vaadin-button").first().click();
        admin.waitForSelector("#save");
        shoot(admin, "16-cycle");
        admin.keyboard().press("Escape");
        browser.open(admin, "mentees/" + scene.enrolment().id());
        shoot(admin, "17-admin-mentee");
    }

    private static void shoot(Page page, String name) {
        Browser.picture(page, Path.of("target/screenshots", "phone-dark-" + name + ".png"), Browser.Device.PHONE_IN_DARK, true);
        Browser.picture(page, Path.of("target/screenshots", "desk-light-" + name + ".png"), Browser.Device.DESK_IN_LIGHT, true);
    }
}
