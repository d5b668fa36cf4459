package org.mentorportal.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.support.PlantedOutage;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** TRUST.md, resource limits: as many as are allowed, and one more. */
@PortalTest
class LimitsTest {

    private static final int MOST_BYTES = 1_048_576;
    private static final String[] JSON = {"Content-Type", "application/json"};

    @Autowired
    School school;
    @Autowired
    Visitors visitors;
    @LocalServerPort
    int port;

    private AccountInfo student;
    private WebClient client;

    @BeforeEach
    void signedIn() {
        student = school.student();
        client = new WebClient(port).signedIn(student.email(), School.PASSWORD);
    }

    private boolean isAlive(WebClient.Tab tab) {
        return client.post(tab.path(), tab.call(), JSON).text().contains("syncId");
    }

    @Test
    void x27TenTabsLiveAndTheEleventhClosesTheOldest() {
        List<WebClient.Tab> tabs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tabs.add(client.open("settings"));
        }
        assertThat(isAlive(tabs.getFirst())).isTrue();
        tabs.add(client.open("settings"));
        assertThat(isAlive(tabs.getFirst())).isFalse();
        assertThat(tabs.subList(1, 11)).allMatch(this::isAlive);
        assertThat(client.get("tab-closed").text()).contains("more than 10 tabs");
    }

    @Test
    void x27ABodyOfOneMegabyteIsTakenAndOneByteMoreIsNot() {
        WebClient.Tab tab = client.open("settings");
        String call = tab.call();
        String filled = call.replace("[]", "[]" + " ".repeat(MOST_BYTES - call.length()));
        assertThat(filled).hasSize(MOST_BYTES);

        WebClient.Answer refused = client.post(tab.path(), filled + " ", JSON);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(client.post(tab.path(), filled, JSON).status()).isEqualTo(200);
        assertThat(isAlive(tab)).isTrue();
    }

    @Test
    void x27ABodyOfTenMegabytesIsRefusedAndTheSessionLives() {
        WebClient.Tab tab = client.open("settings");
        try {
            assertThat(client.post(tab.path(), " ".repeat(10 * MOST_BYTES) + tab.call(), JSON).status()).isEqualTo(413);
        } catch (AssertionError serverHungUp) {
            assertThat(serverHungUp).hasCauseInstanceOf(IOException.class);
        }
        assertThat(isAlive(tab)).isTrue();
    }

    @Test
    void aFormHasNoMoreThanSixtyFourKilobytes() {
        WebClient stranger = new WebClient(port);
        String token = stranger.formToken();
        assertThat(stranger.signIn(student.email(), School.PASSWORD + "x".repeat(64 * 1024), token).status()).isEqualTo(413);
        assertThat(stranger.signIn(student.email(), School.PASSWORD, token).header("Location")).isEqualTo("/");
    }

    @Test
    void x27WhoIsNotSignedInIsCountedUntilTheySignIn() {
        int before = visitors.count();
        var newcomer = new WebClient(port);
        newcomer.get("login");
        newcomer.get("login");
        assertThat(visitors.count()).isEqualTo(before + 1);
        newcomer.signedIn(student.email(), School.PASSWORD);
        assertThat(visitors.count()).isEqualTo(before);
    }

    @Test
    void aHeaderOrAnAddressThatIsTooLongIsRefused() {
        assertThat(client.get("login?x=" + "y".repeat(10_000)).status()).isEqualTo(400);
        assertThat(client.get("login", "X-Long", "y".repeat(10_000)).status()).isEqualTo(400);
    }

    // Faults while a screen is opened

    @Test
    void e6WhenTheDatabaseIsAwayAScreenSaysSoAndOffersToTryAgain() {
        String shown = client.open("my-bookings", PlantedOutage.HEADER, "yes").text();
        assertThat(shown).contains("The portal cannot reach its database", "Try again").doesNotContain("Exception", "select ", "org.");
        assertThat(client.open("my-bookings").text()).doesNotContain("cannot reach");
    }

    @Test
    void v1651NonsenseOfAnyKindNeverShowsTheInside() {
        WebClient.Tab tab = client.open("settings");
        var random = new Random(5);
        for (String body : List.of("", "{", "[]", "null", "{\"csrfToken\":1}", tab.call().replace("[]", "[{}]"), tab.call().replace("[]", "{\"a\":[[[[1]]]]}"),
                tab.call().replace("[]", "[{\"type\":\"event\",\"node\":999999,\"event\":\"click\",\"data\":{}}]"),
                tab.call().replace("[]", "[{\"type\":\"publishedEventHandler\",\"node\":1,\"templateEventMethodName\":\"close\",\"templateEventMethodArgs\":[]}]"),
                tab.call().replace("[]", "[{\"type\":\"mSync\",\"node\":1,\"feature\":1,\"property\":\"innerHTML\",\"value\":\"<img src=x onerror=alert(1)>\"}]"),
                tab.call().replace("\"clientId\":1", "\"clientId\":" + random.nextInt()), "\u0000\uFFFF".repeat(100))) {
            WebClient.Answer answer = client.post(tab.path(), body, JSON);
            assertThat(answer.text()).as(body).doesNotContain("Exception", "\tat ", "org.mentorportal", "com.vaadin.flow.server", "select ");
        }
    }
}
