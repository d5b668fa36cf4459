package org.mentorportal.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.mentorportal.support.BrowserTest;

/** What only a browser shows of a walk through the portal: files, the back button, and where the keyboard stands after a change. */
class WalksBrowserTest extends BrowserTest {


    @Test
    void theTrailAndItsSealsAreSentAsFiles() throws IOException {
        Page admin = signIn("admin");
        browser.open(admin, "trail");
        assertThat(file(admin, "Export as CSV", "trail.csv")).startsWith("event,at,who,role,command,subject,version,said,reason");
        browser.open(admin, "admin/trail");
        admin.locator("#seal").click();
        admin.waitForSelector(".rows li");
        assertThat(file(admin, "Export the seals", "seals.txt")).startsWith("portal-seal ");
    }

    private static String file(Page page, String link, String name) throws IOException {
        Download download = page.waitForDownload(() -> page.locator("a", new Page.LocatorOptions().setHasText(link)).click());
        assertThat(download.suggestedFilename()).isEqualTo(name);
        return Files.readString(download.path());
    }

    @Test
    void whoSavedFromARowStandsOnThatRowAgain() {
        Page student = signIn("student001");
        browser.open(student, "my-bookings");
        student.locator(".actions vaadin-button").first().focus();
        student.keyboard().press("Enter");
        student.waitForSelector("#save");
        student.getByLabel("Purpose").fill("By keyboard");
        student.locator("#save").press("Enter");
        student.waitForFunction("document.activeElement.textContent.trim() === 'Edit…'");
        assertThat(student.locator(".row:focus-within").textContent()).contains("By keyboard");
    }

    @Test
    void aSlotIsChosenAndLeftByKeyboard() {
        Page student = signIn("student004");
        browser.open(student, "book");
        student.locator(".choice").filter(new Locator.FilterOptions().setHasText("Court 1")).locator("a").first().click();
        Locator cell = student.locator(".cell.free button").nth(2);
        cell.press("Enter");
        student.waitForSelector("#book-slot:focus");
        student.keyboard().press("Enter");
        student.waitForSelector("#review");
        student.keyboard().press("Escape");
        gone(student, "#review");
        student.waitForSelector("#book-slot:focus");
        student.keyboard().press("Escape");
        student.waitForSelector(".cell.free button:focus");
        assertThat(student.locator("#book-slot").count()).as("what was left is not offered").isZero();
        cell.click();
        student.waitForSelector("#book-slot");
        assertThat(student.locator("#book-slot:focus").count()).as("who points stays where they point").isZero();
    }

    @Test
    void enterAddsAGround() {
        Page admin = signIn("admin");
        browser.open(admin, "admin/services");
        admin.locator("#new-ground").focus();
        admin.keyboard().press("Enter");
        admin.getByLabel("Name").fill("A ground of the keyboard");
        admin.keyboard().press("Enter");
        admin.waitForSelector("h2:has-text('A ground of the keyboard')");
    }

    @Test
    void aDialogLeavesWithItsPageAndWhatWasWrittenIsThereForTheNextSlot() {
        Page student = signIn("student003");
        browser.open(student, "book");
        student.locator(".choice").filter(new Locator.FilterOptions().setHasText("Court 1")).locator("a").first().click();
        student.locator(".cell.free button").first().click();
        student.locator("#book-slot").click();
        student.getByLabel("Purpose").fill("Written before");
        student.locator("vaadin-button", new Page.LocatorOptions().setHasText("Not now")).click();
        gone(student, "#review");
        student.locator(".cell.free button").nth(1).click();
        student.locator("#book-slot").click();
        assertThat(student.getByLabel("Purpose").inputValue()).isEqualTo("Written before");
        student.getByLabel("Purpose").press("Enter");
        student.waitForSelector("#confirm");
        student.goBack();
        gone(student, "#confirm");
        assertThat(student.url()).endsWith("/book");
    }

    private static void gone(Page page, String selector) {
        page.waitForSelector(selector, new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
    }

    private Page signIn(String person) {
        return browser.signIn(person + "@demo.school", "demo-school", 1280, 860, ColorScheme.LIGHT);
    }
}
