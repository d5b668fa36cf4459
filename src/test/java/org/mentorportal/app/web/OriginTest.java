package org.mentorportal.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.shared.PortalAddress;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Other sites' pages neither listen in nor act, though the browser would send the cookie. */
@PortalTest
class OriginTest {

    @Autowired
    School school;
    @LocalServerPort
    int port;

    private AccountInfo student;
    private WebClient client;
    private WebClient.Tab tab;

    @BeforeEach
    void signedIn() {
        student = school.student();
        client = new WebClient(port).signedIn(student.email(), School.PASSWORD);
        tab = client.open("my-bookings");
    }

    private CompletableFuture<String> listen(String cookie, String origin, String pushId) {
        var first = new CompletableFuture<String>();
        URI address = URI.create("ws://localhost:" + port + "/VAADIN/push?v-r=push&v-uiId=" + tab.id() + "&v-pushId=" + pushId
                + "&X-Atmosphere-Transport=websocket&X-Atmosphere-tracking-id=0&X-Atmosphere-Framework=4.0.1&X-Atmosphere-TrackMessageSize=true"
                + "&Content-Type=application%2Fjson%3B%20charset%3DUTF-8&X-atmo-protocol=true");
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder().header("Cookie", cookie);
        if (!origin.isEmpty()) {
            builder.header("Origin", origin);
        }
        builder.buildAsync(address, new WebSocket.Listener() {
            private final StringBuilder all = new StringBuilder();

            @Override
            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                all.append(text);
                if (all.length() > 60) { // the first message only says that the socket stands
                    first.complete(all.toString());
                }
                return WebSocket.Listener.super.onText(socket, text, last);
            }

            @Override
            public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                first.complete("closed " + all);
                return null;
            }
        }).join();
        return first;
    }

    private int refusal(String cookie, String origin) {
        try {
            listen(cookie, origin, tab.pushId());
            return 101;
        } catch (CompletionException e) {
            return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
        }
    }

    @Test
    void x17V442ASocketOfAnotherSiteIsRefused() {
        for (String foreign : List.of("https://evil.example", "null", "http://localhost", "http://localhost:1", "http://localhost.evil.example:" + port,
                "http://evil.example/localhost:" + port, "")) {
            assertThat(refusal(client.cookie(), foreign)).as(foreign).isEqualTo(403);
        }
        assertThat(refusal(client.cookie(), client.origin())).isEqualTo(101);
        assertThat(refusal("portal=0123456789ABCDEF0123456789ABCDEF", client.origin())).as("without a session").isEqualTo(403);
    }

    @Test
    void x17AGuessedPushIdHearsNothing() throws Exception {
        String said = listen(client.cookie(), client.origin(), "00000000-0000-0000-0000-000000000000").get(10, TimeUnit.SECONDS);
        assertThat(said).contains("appError", "\"changes\":{}").doesNotContain("\"changes\":[");
    }

    @Test
    void x17AnotherSitesCallOfAScreenIsRefused() {
        for (String foreign : List.of("https://evil.example", "null")) {
            assertThat(client.post(tab.path(), tab.call(), "Content-Type", "application/json", "Origin", foreign).status()).isEqualTo(403);
        }
        assertThat(client.post(tab.path(), tab.call(), "Content-Type", "application/json", "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(client.post(tab.path(), tab.call(), "Content-Type", "application/json", "Origin", client.origin()).status()).isEqualTo(200);
    }

    @Test
    void v352NoOtherSiteIsToldThatItMayRead() {
        WebClient.Answer preflight = client.send("OPTIONS", "api/v1/bookings", "", "Origin", "https://evil.example", "Access-Control-Request-Method", "POST");
        assertThat(preflight.headers().map()).doesNotContainKeys("access-control-allow-origin", "access-control-allow-credentials");
    }

    @Test
    void theGuardSeesAnAddressThatIsSet() {
        var set = new PortalAddress("https://portal.example", "8080");
        assertThat(set.isOwn(URI.create("https://portal.example"), "anything")).isTrue();
        assertThat(set.isOwn(URI.create("http://portal.example"), "portal.example")).isFalse();
        assertThat(set.isOwn(URI.create("https://evil.example"), "evil.example")).isFalse();
    }
}
