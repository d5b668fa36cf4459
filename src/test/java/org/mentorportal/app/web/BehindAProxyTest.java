package org.mentorportal.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.StaySettings;
import org.mentorportal.shared.PortalAddress;
import org.mentorportal.shared.Words;
import org.mentorportal.support.WebClient;
import org.mockito.Mockito;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The server's own part with settings that the other tests' portal does not have, around a page that says what it sees. */
class BehindAProxyTest {

    private static final String FORGED = "203.0.113.9";

    private WebServer server;
    private Visitors visitors;
    private Duration idle = Duration.ofMinutes(30);

    private void start(String address, int mostVisitors, String... trusted) {
        var settings = new WebSettings(List.of(trusted), 10, mostVisitors, Duration.ofMinutes(2), Duration.ofMinutes(1));
        var words = Mockito.mock(Words.class, call -> call.getMethod().getReturnType() == Locale.class ? Locale.UK : "words");
        var configuration = new org.mentorportal.app.web.WebServer();
        visitors = new Visitors(settings, new StaySettings(5, idle, Duration.ofHours(12), Duration.ofSeconds(3)), new PlainPage(words));
        var factory = new TomcatServletWebServerFactory(0);
        configuration.valves(settings, new PortalAddress(address, "8080")).customize(factory);
        server = factory.getWebServer(configuration.sessionCookie(new PortalAddress(address, "8080")), new FilterRegistrationBean<>(visitors)::onStartup,
                new ServletListenerRegistrationBean<>(visitors)::onStartup, new ServletRegistrationBean<>(new Mirror(), "/*")::onStartup);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private String get(String path, String... headers) {
        List<String> lines = new ArrayList<>(List.of("GET " + path + " HTTP/1.1", "Host: portal.example"));
        lines.addAll(List.of(headers));
        return WebClient.raw(server.getPort(), lines.toArray(String[]::new));
    }

    /** Says what it sees; "?in" signs the session in. */
    private static final class Mirror extends HttpServlet {

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if ("in".equals(request.getQueryString())) {
                request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, "somebody");
            }
            response.getWriter().print("from " + request.getRemoteAddr() + " at " + request.getServerName() + " secure " + request.isSecure()
                    + " for " + request.getSession().getMaxInactiveInterval() + " s");
        }
    }

    @Test
    void v413ForwardedHeadersOfAnybodyAreNotRead() {
        start("", 100);
        assertThat(get("/", "X-Forwarded-For: " + FORGED, "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example", "Forwarded: for=" + FORGED,
                "X-Real-IP: " + FORGED)).contains("from 127.0.0.1 at portal.example secure false");
    }

    @Test
    void v1534OfATrustedProxyOnlyWhatItAddedItselfIsRead() {
        start("", 100, "127.0.0.1");
        assertThat(get("/", "X-Forwarded-For: " + FORGED + ", 198.51.100.7", "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example"))
                .contains("from 198.51.100.7 at portal.example secure true");
        assertThat(get("/")).contains("from 127.0.0.1");
    }

    @Test
    void v1534AnotherAddressThanTheProxysIsNotTrusted() {
        start("", 100, "10.1.2.3");
        assertThat(get("/", "X-Forwarded-For: " + FORGED)).contains("from 127.0.0.1");
    }

    @Test
    void v331V341OverHttpsTheCookieIsTheHostsOwnAndTheBrowserStaysWithHttps() {
        start("https://portal.example", 100);
        assertThat(get("/")).containsPattern("Set-Cookie: __Host-portal=\\w{32}; Path=/; Secure; HttpOnly").doesNotContain("Domain=")
                .contains("Strict-Transport-Security: max-age=31536000; includeSubDomains");
    }

    @Test
    void v341OverPlainHttpNothingIsPromised() {
        start("", 100);
        assertThat(get("/")).contains("X-Content-Type-Options: nosniff").doesNotContain("Strict-Transport-Security", "Secure;");
    }

    @Test
    void x27VisitorsHaveTwoMinutesAndWhoSignsInTheUsualTime() {
        start("", 100);
        assertThat(get("/")).contains("for 120 s");
        assertThat(get("/?in")).contains("for 1800 s");
    }

    @Test
    void whoIsSignedInIsLeftInAsLongAsTheSettingSays() {
        for (Duration wanted : List.of(Duration.ofHours(8), Duration.ofSeconds(90))) {
            idle = wanted;
            start("", 100);
            assertThat(get("/?in")).contains("for " + wanted.toSeconds() + " s");
            server.stop();
        }
    }

    @Test
    void x27ThreeVisitorsComeInAndTheFourthIsAskedToWait() {
        start("", 3);
        String first = get("/login");
        get("/login");
        assertThat(get("/login")).startsWith("HTTP/1.1 200");
        assertThat(get("/login")).startsWith("HTTP/1.1 503").contains("Retry-After: 120").doesNotContain("Set-Cookie");
        assertThat(visitors.count()).isEqualTo(3);

        String cookie = first.replaceAll("(?s).*Set-Cookie: ([^;]+);.*", "$1");
        assertThat(get("/", "Cookie: " + cookie)).as("who is in already").startsWith("HTTP/1.1 200");
        assertThat(get("/assets/x.css")).as("files, though this server's would begin a session").startsWith("HTTP/1.1 200");
    }

    @Test
    void x27WhoSignsInMakesRoom() {
        start("", 1);
        assertThat(get("/?in")).startsWith("HTTP/1.1 200");
        assertThat(visitors.count()).isZero();
        assertThat(get("/login")).startsWith("HTTP/1.1 200");
        assertThat(get("/login")).startsWith("HTTP/1.1 503");
    }
}
