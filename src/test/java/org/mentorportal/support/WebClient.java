package org.mentorportal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without a picture: cookies, forms, and the calls of Vaadin's client, over real HTTP, written as a test wants them. */
public final class WebClient {

    private static final Pattern CSRF = Pattern.compile("\"value\":\"([\\w-]{80,})\"");
    private static final int SOCKET_MILLIS = 10_000;

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
    private final int port;

    public WebClient(int port) {
        this.port = port;
    }

    public record Answer(int status, HttpHeaders headers, String text) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    /** The server's half of a tab, as Vaadin's client knows it; {@code text} is all that the server has sent for its screen. */
    public record Tab(int id, String key, String pushId, String text) {

        /** A call of the tab that does nothing. */
        public String call() {
            return "{\"csrfToken\":\"" + key + "\",\"rpc\":[],\"syncId\":1,\"clientId\":1}";
        }

        public String path() {
            return "?v-r=uidl&v-uiId=" + id;
        }
    }

    public String origin() {
        return "http://localhost:" + port;
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public Answer post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + "/" + path)).method(method, BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * Opens a tab.
     *
     * @param location "my-bookings"
     * @param headers  of the call in which the screen is made
     */
    public Tab open(String location, String... headers) {
        String address = URLEncoder.encode(location, StandardCharsets.UTF_8);
        JsonNode begun = json(get("?v-r=init&location=" + address + "&query=")).at("/appConfig");
        JsonNode first = begun.at("/uidl");
        String key = first.at("/Vaadin-Security-Key").asString();
        int id = begun.at("/v-uiId").asInt();
        String navigate = """
                {"csrfToken":"%s","rpc":[{"type":"event","node":1,"event":"ui-navigate","data":{"route":"%s","query":"",\
                "appShellTitle":"","historyState":{},"trigger":""}}],"syncId":%d,"clientId":0}""".formatted(key, location, first.at("/syncId").asInt());
        Answer shown = post("?v-r=uidl&v-uiId=" + id, navigate, headers);
        return new Tab(id, key, first.at("/Vaadin-Push-ID").asString(), first + shown.text());
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.text());
    }

    /** The token that the sign-in page's form carries. */
    public String formToken() {
        Matcher token = CSRF.matcher(open("login").text());
        assertThat(token.find()).as("a token in the form").isTrue();
        return token.group(1);
    }

    public WebClient signedIn(String email, String password) {
        Answer answer = signIn(email, password, formToken());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).doesNotContain("login");
        return this;
    }

    public Answer signIn(String email, String password, String token, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return post("login", "username=" + form(email) + "&password=" + form(password) + (token.isEmpty() ? "" : "&_csrf=" + form(token)), all);
    }

    private static String form(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As a header has it. */
    public String cookie() {
        return cookies.getCookieStore().getCookies().stream().map(one -> one.getName() + "=" + one.getValue()).findFirst().orElse("");
    }

    /** Exactly these lines, each ended as HTTP asks; what came back until the server closed. */
    public static String raw(int port, String... lines) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(SOCKET_MILLIS);
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(String.join(" | ", lines), e);
        }
    }
}
