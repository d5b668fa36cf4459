package org.mentorportal.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** X13: what a changed client sends about parts of a screen that the person cannot press. */
@PortalTest
class ForgedCallsTest {

    private static final String CLICK = """
            {"csrfToken":"%s","rpc":[{"type":"event","node":%d,"event":"click","data":{"event.screenX":1,"event.screenY":1,"event.clientX":1,\
            "event.clientY":1,"event.detail":1,"event.button":0,"event.ctrlKey":false,"event.shiftKey":false,"event.altKey":false,\
            "event.metaKey":false}}],"syncId":%d,"clientId":%d}""";

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @LocalServerPort
    int port;

    private WebClient client;
    private int calls;

    /** As Vaadin's client reads them: each part's text, by the number of the part that holds it. */
    private static Map<Integer, String> texts(String sent) {
        Map<Integer, String> texts = new HashMap<>();
        Map<Integer, Integer> parents = new HashMap<>();
        JsonNode changes = JsonMapper.shared().readTree(sent.substring(sent.lastIndexOf("{\"clientId\":1"))).at("/changes");
        for (JsonNode change : changes) {
            int node = change.at("/node").asInt();
            change.at("/addNodes").forEach(child -> parents.put(child.asInt(), node));
            if (change.at("/key").asString("").equals("text")) {
                texts.put(node, change.at("/value").asString());
            }
        }
        Map<Integer, String> ofParents = new HashMap<>();
        texts.forEach((node, text) -> ofParents.put(parents.getOrDefault(node, node), text));
        return ofParents;
    }

    private static int part(WebClient.Tab tab, String text) {
        return texts(tab.text()).entrySet().stream().filter(entry -> entry.getValue().equals(text)).map(Map.Entry::getKey).max(Integer::compare).orElseThrow();
    }

    private String click(WebClient.Tab tab, int part) {
        calls++;
        WebClient.Answer answer = client.post(tab.path(), CLICK.formatted(tab.key(), part, calls, calls), "Content-Type", "application/json");
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    @Test
    void x13AForgedClickOnADisabledButtonIsIgnored() {
        AccountInfo principal = school.principal();
        BookingDetails booking = desk.book(school.student(), school.service(), school.in(1, "10:00"));
        client = new WebClient(port).signedIn(principal.email(), School.PASSWORD);
        WebClient.Tab tab = client.open("approvals");

        String answer = click(tab, part(tab, "Approve selected"));
        assertThat(answer).doesNotContain("changes", "approved");
        assertThat(desk.statusOf(booking)).isEqualTo(BookingStatus.PENDING);
        assertThat(click(tab, part(tab, "Reject…"))).as("an enabled one does hear it").contains("Reject this request?");
    }

    @Test
    void x13AForgedClickOnAPartThatIsNotThereIsIgnored() {
        client = new WebClient(port).signedIn(school.student().email(), School.PASSWORD);
        WebClient.Tab tab = client.open("my-bookings");
        for (int part : List.of(0, 2, 99_999, -1)) {
            assertThat(click(tab, part)).doesNotContain("Exception", "org.");
        }
    }
}
