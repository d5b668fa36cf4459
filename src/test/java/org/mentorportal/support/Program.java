package org.mentorportal.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** A program outside that talks to the REST door over real HTTP. */
public final class Program {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String address;
    private final List<String> headers;

    /** @param headers names and values by turns, sent with each call */
    Program(String address, List<String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** Of somebody who has an access token. */
    public static Program with(int port, String token) {
        return new Program("http://localhost:" + port + "/", List.of("Authorization", "Bearer " + token));
    }

    /** @param body missing if there was none, or no JSON */
    public record Answer(int status, HttpHeaders headers, JsonNode body, String text) {

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** What stands at {@code path} ("/items/0/id"), as text. */
        public String at(String path) {
            return body.at(path).asString("");
        }
    }

    public Answer get(String path, String... more) {
        return call("GET", path, BodyPublishers.noBody(), more);
    }

    /** @param body JSON with single quotes */
    public Answer post(String path, String body, String... more) {
        return send("POST", path, body, more);
    }

    public Answer patch(String path, String body, String... more) {
        return send("PATCH", path, body, more);
    }

    private Answer send(String method, String path, String body, String... more) {
        boolean typed = List.of(more).contains("Content-Type");
        return call(method, path, BodyPublishers.ofString(body.replace('\'', '"')), typed || body.isEmpty() ? more : with(more));
    }

    private static String[] with(String... more) {
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "Content-Type";
        all[more.length + 1] = "application/json";
        return all;
    }

    public Answer call(String method, String path, BodyPublisher body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        for (int i = 0; i < more.length; i += 2) {
            request.header(more[i], more[i + 1]);
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), json(response.body()), response.body());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
