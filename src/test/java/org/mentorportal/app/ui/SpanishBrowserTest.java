package org.mentorportal.app.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Languages;
import org.mentorportal.shared.Words;
import org.mentorportal.support.Browser;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The portal in its other language: to whoever's browser asks for it, or who chose it, on every screen, pushed words included. */
@PortalTest
class SpanishBrowserTest {

    @LocalServerPort
    int port;
    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    Words words;

    /** What is said whole and otherwise in Spanish. */
    private Set<String> english() {
        ResourceBundle spanish = ResourceBundle.getBundle("messages", Languages.SPANISH);
        ResourceBundle english = ResourceBundle.getBundle("messages", Locale.ROOT, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return english.keySet().stream().filter(key -> !english.getString(key).equals(spanish.getString(key)))
                .map(english::getString).filter(text -> text.length() > 3 && !text.contains("{")).collect(Collectors.toSet());
    }

    @Test
    void everyScreenSpeaksSpanishToASpanishPhoneAndFitsIt() {
        Set<String> english = english();
        assertThat(english).contains("Taken", "Inbox");
        try (var browser = new Browser(port)) {
            ScreensBrowserTest.SCREENS.forEach((person, screens) -> {
                Page page = browser.signInInSpanish(person + "@demo.school", "demo-school");
                for (String screen : screens) {
                    browser.open(page, ScreensBrowserTest.path(page, browser, screen));
                    assertThat(page.locator("html")).hasAttribute("lang", "es");
                    assertThat(page.locator("nav")).containsText("Bandeja");
                    assertThat(page.locator("body").innerText().lines().map(String::strip)).as(person + " " + screen).doesNotContainAnyElementsOf(english);
                    Browser.picture(page, Path.of("target/screens", "es-" + person + "-" + screen.replaceAll("[/ ]", "-") + ".png"),
                            Browser.Device.PHONE_IN_DARK, false);
                }
            });
            assertThat(browser.faults).isEmpty();
        }
    }

    @Test
    void theMachinesOwnLanguageIsNobodys() {
        Locale machines = Locale.getDefault();
        Locale.setDefault(Languages.SPANISH);
        try {
            assertThat(words.get("language.label")).isEqualTo("Language");
        } finally {
            Locale.setDefault(machines);
        }
    }

    @Test
    void whatIsPushedIsInTheLanguageOfWhoeverReadsIt() {
        ServiceInfo service = school.service();
        Instant ten = school.in(5, "10:00");
        AccountInfo student = school.student();
        try (var browser = new Browser(port)) {
            Page spanish = browser.signInInSpanish(student.email(), School.PASSWORD);
            browser.open(spanish, "book/" + service.id() + "?week=" + ten.toString().substring(0, 10));
            Locator cell = spanish.locator("#slot-" + ten.getEpochSecond());
            assertThat(cell).containsText("Libre");

            desk.book(school.student(), service, ten);

            assertThat(cell).containsText("Ocupada");
        }
    }

    @Test
    void theLanguageThatSomebodyChoseStaysInTheirBrowser() {
        AccountInfo student = school.student();
        try (var browser = new Browser(port)) {
            Page page = browser.signIn(student.email(), School.PASSWORD, 1280, 860, ColorScheme.LIGHT);
            browser.open(page, "settings");
            assertThat(page.locator("h1")).hasText("Settings");

            page.locator(".languages vaadin-button[lang=es]").click();

            assertThat(page.locator("h1")).hasText("Ajustes");
            page.getByText("Cerrar sesión").click();
            page.waitForURL("**/login*");
            assertThat(page.locator("h1")).hasText("Iniciar sesión");
            assertThat(page.locator(".languages vaadin-button[lang=es]")).hasAttribute("aria-pressed", "true");
        }
    }
}
