package org.mentorportal.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.WebClient;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever answers, and whatever: the headers are there. */
@PortalTest
class HeadersTest {

    private static final String POLICY = "content-security-policy: ";

    @LocalServerPort
    int port;

    private WebClient stranger;

    @BeforeEach
    void open() {
        stranger = new WebClient(port);
    }

    /** Each ends at another part of the portal or of the server. */
    private List<String> everyKindOfAnswer() {
        List<String> answers = new ArrayList<>();
        for (String path : List.of("/", "/login", "/assets/portal.css", "/no-such-page", "/error", "/tab-closed", "/favicon.ico", "/api/v1/openapi",
                "/api/v1/me", "/api/nothing", "/actuator/health", "/actuator/env", "/VAADIN", "/VAADIN/push", "//VAADIN/build", "/%2e%2e/etc",
                "/%zz", "/a\\b", "/a[b]", "/?v-r=init", "/?v-r=heartbeat", "/mentees/1?x=%00", "/" + "x".repeat(20_000))) {
            answers.add(raw("GET " + path + " HTTP/1.1"));
        }
        answers.add(raw("TRACE / HTTP/1.1"));
        answers.add(raw("NONSENSE / HTTP/1.1"));
        answers.add(raw("POST /login HTTP/1.1", "Content-Type: application/x-www-form-urlencoded", "Content-Length: 0"));
        answers.add(raw("GET /VAADIN/push?v-r=push HTTP/1.1", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==", "Origin: https://evil.example"));
        answers.add(raw("GET / HTTP/1.1", "Content-Length: -1"));
        answers.add(raw("POST /?v-r=uidl&v-uiId=0 HTTP/1.1", "Content-Length: 9", "X: y", "", "not json."));
        return answers;
    }

    private String raw(String first, String... more) {
        List<String> lines = new ArrayList<>(List.of(first, "Host: localhost:" + port));
        lines.addAll(List.of(more));
        return first + "\n" + WebClient.raw(port, lines.toArray(String[]::new));
    }

    @Test
    void v343V344V345V346EveryAnswerHasTheHeaders() {
        List<String> answers = everyKindOfAnswer();
        assertThat(answers).allSatisfy(answer -> assertThat(headers(answer))
                .containsPattern(POLICY + "default-src 'none';.*object-src 'none'; base-uri '(none|self)'; form-action 'self'; frame-ancestors 'none'")
                .contains("x-content-type-options: nosniff", "x-frame-options: deny", "referrer-policy: same-origin", "permissions-policy: camera=()",
                        "cross-origin-opener-policy: same-origin")
                .doesNotContain("server:", "x-powered-by"));
        System.out.printf("HEADERS on %d kinds of answers, 0 without%n", answers.size());
    }

    @Test
    void v1342NoAnswerTellsOfTheInside() {
        assertThat(everyKindOfAnswer()).filteredOn(answer -> !answer.startsWith("GET /api/v1/openapi"))
                .allSatisfy(answer -> assertThat(answer).doesNotContain("Exception", "Tomcat/", "org.", "at java.", "stackTrace"));
    }

    private static String headers(String answer) {
        return answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
    }

    @Test
    void v343ScreensRunOnlyScriptsThatCarryTheirNonce() {
        WebClient.Answer one = stranger.get("login");
        WebClient.Answer other = stranger.get("login");
        String nonce = one.header("Content-Security-Policy").replaceAll(".*'nonce-([^']+)'.*", "$1");

        assertThat(nonce).hasSize(24).isNotEqualTo(other.header("Content-Security-Policy").replaceAll(".*'nonce-([^']+)'.*", "$1"));
        assertThat(one.header("Content-Security-Policy")).containsPattern("script-src 'self' 'nonce-[^']+' 'unsafe-eval';")
                .contains("script-src-attr 'none'").doesNotContainPattern("script-src[^;]*unsafe-inline");
        assertThat(one.text()).doesNotContainPattern("<script(?![^>]*nonce=\"" + java.util.regex.Pattern.quote(nonce) + ")");
    }

    @Test
    void v1432PagesAndAnswersAreKeptInNoCache() {
        for (String path : List.of("", "login", "no-such-page", "tab-closed", "VAADIN", "api/v1/me", "actuator/health")) {
            assertThat(stranger.get(path).header("Cache-Control")).as(path).contains("no-store");
        }
        assertThat(stranger.get("assets/portal.css").header("Cache-Control")).contains("max-age");
    }

    @Test
    void v331OverPlainHttpTheCookieIsForThisHostAndNoScripts() {
        assertThat(stranger.get("login").header("Set-Cookie")).matches("portal=\\w{32}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void x21LinksAndRedirectsNeverHaveTheNamedHost() {
        for (String path : List.of("/", "/my-bookings", "/login", "/api/v1/openapi", "/no-such-page", "/?v-r=init&location=login")) {
            assertThat(WebClient.raw(port, "GET " + path + " HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: evil.example",
                    "Forwarded: host=evil.example")).as(path).doesNotContain("Location: http", "href=\"http", "evil.example\"");
        }
    }

    @Test
    void x29FrameworkAddressesInAnyOtherSpellingGetNoSessionAndNoContent() {
        for (String odd : List.of("/VAADIN", "/VAADIN/", "/vaadin", "/vaadin/build/x.js", "/Vaadin/", "//VAADIN/build", "/VAADIN//build", "/VAADIN%2fbuild",
                "/%56AADIN/build/", "/VAADIN/build/", "/VAADIN/build/../../login", "/VAADIN/build/..%2f..%2flogin", "/VAADIN/build/%2e%2e/login",
                "/VAADIN/build;x=y/", "/VAADIN\\build", "/VAADIN/config/stats.json", "/VAADIN/dynamic/resource/0/x/y", "/VAADIN/push",
                "/vaadinServlet/", "/vaadinServlet/login", "/VAADIN/webapp/index.html", "/./VAADIN/", "/VAADIN/.")) {
            String answer = WebClient.raw(port, "GET " + odd + " HTTP/1.1", "Host: localhost:" + port);
            assertThat(answer).as(odd).containsPattern("^HTTP/1.1 (400|403|404) ").doesNotContain("Set-Cookie", "jsessionid");
        }
    }
}
