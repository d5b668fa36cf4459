package org.mentorportal.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mentorportal.account.AccountInfo;

/** A real Chromium; each signed-in person has a browser context, and so a session, of their own. */
public final class Browser implements AutoCloseable {

    /** Console errors and failed or refused requests of all pages, in order. */
    public final List<String> faults = new CopyOnWriteArrayList<>();

    private final Playwright playwright = Playwright.create(new Playwright.CreateOptions()
            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
            .setExecutablePath(Path.of(executable()))
            .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync")));
    private final String address;

    public Browser(int port) {
        this.address = "http://localhost:" + port + "/";
    }

    private static String executable() {
        String given = System.getProperty("portal.chromium", "");
        return given.isEmpty() ? "/usr/bin/chromium" : given;
    }

    public Page signIn(AccountInfo person) {
        return signIn(person.email(), School.PASSWORD, 1280, 860, ColorScheme.LIGHT);
    }

    public Page signIn(String email, String password, int width, int height, ColorScheme scheme) {
        return signIn(email, password, new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
    }

    /** On a phone that is set to Spanish. */
    public Page signInInSpanish(String email, String password) {
        return signIn(email, password, new com.microsoft.playwright.Browser.NewContextOptions().setLocale("es-ES")
                .setViewportSize(Device.PHONE_IN_DARK.width, Device.PHONE_IN_DARK.height));
    }

    private Page signIn(String email, String password, com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(page.url() + " console: " + message.text());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                faults.add("HTTP " + response.status() + " " + response.url());
            }
        });
        page.navigate(address + "login");
        page.locator("input[name=username]").fill(email);
        page.locator("input[name=password]").fill(password);
        page.locator("button[type=submit]").click();
        page.waitForSelector("nav");
        return page;
    }

    /** Opens {@code path} as a deep link. */
    public void open(Page page, String path) {
        page.navigate(address + path);
        page.waitForSelector("h1");
    }

    /** A page of somebody who is not signed in. */
    public Page anonymous() {
        return chromium.newPage();
    }

    /** What a screen is looked at on. */
    public enum Device {
        DESK_IN_LIGHT(1280, 860, ColorScheme.LIGHT), PHONE_IN_DARK(360, 740, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Device(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }
    }

    /** Takes a picture; nothing may overflow to the side, nor an entry of the navigation that is fixed to a phone's edge. @param whole of all of the page, unless a dialog is open */
    public static void picture(Page page, Path file, Device device, boolean whole) {
        page.setViewportSize(device.width, device.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(device.scheme));
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(whole && page.locator("vaadin-dialog[opened]").count() == 0));
        assertThat((Boolean) page.evaluate("[document.documentElement, ...document.querySelectorAll('nav')].every(e => e.scrollWidth <= e.clientWidth)")).as(file + " overflows to the side").isTrue();
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
