package org.mentorportal.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.support.Log;
import org.mentorportal.support.Mentoring;
import org.mentorportal.support.Program;
import org.mentorportal.support.RestTest;
import org.mentorportal.support.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Every part of every call that the REST door describes, the sign-in form, and addresses, with every class of bad input. */
class BadInputOverHttpTest extends RestTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final int LONG = 10_000;
    /** The server takes no longer address. */
    private static final int LONGEST_ADDRESS = 6_000;

    @Autowired
    Mentoring mentoring;
    @LocalServerPort
    int port;

    private final List<String> unhandled = new ArrayList<>();
    private Map<String, String> ids = Map.of();
    private Program program;
    private JsonNode description;
    private int tried;
    private int parts;

    @Test
    void v1651X28EveryPartOfEveryCallTakesEveryClassOfBadInput() {
        Mentoring.Scene scene = mentoring.scene();
        BookingDetails booking = desk.book(scene.student(), scene.training(), school.in(3, "10:00"));
        ids = Map.of("bookings", booking.id().toString(), "enrolments", scene.enrolment().id().toString(), "services", scene.training().id().toString());
        program = programOf(scene.admin());
        description = program.get(API + "openapi").body();
        long begun = System.nanoTime();
        List<String> log = Log.during(() -> description.at("/paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> tryAll(operation.getKey().toUpperCase(), path.getKey(), operation.getValue()))));
        System.out.printf("BAD INPUT over REST: %d parts of calls x %d classes = %d tries in %d s, %d unhandled%n", parts,
                BadInput.values().length, tried, (System.nanoTime() - begun) / 1_000_000_000, unhandled.size());
        assertThat(parts).isGreaterThan(40);
        assertThat(unhandled).isEmpty();
        assertThat(log).noneMatch(line -> line.contains(BadInput.MARK) || line.contains("forged line") || line.contains("fault "));
    }

    private void tryAll(String method, String path, JsonNode operation) {
        JsonNode schema = resolved(operation.at("/requestBody/content/application~1json/schema"));
        Map<String, String> good = new LinkedHashMap<>();
        schema.at("/properties").properties().forEach(part -> good.put(part.getKey(), good(resolved(part.getValue()))));
        for (BadInput bad : BadInput.values()) {
            good.keySet().forEach(part -> {
                Map<String, String> body = new LinkedHashMap<>(good);
                body.put(part, quoted(bad.text(LONG)));
                call(method, filled(path, operation, "", ""), json(body), part + " " + bad);
            });
            operation.at("/parameters").forEach(parameter -> {
                String name = parameter.at("/name").asString();
                String in = parameter.at("/in").asString();
                if (!in.equals("header")) {
                    call(method, filled(path, operation, name, shortened(bad)), json(good), name + " " + bad);
                } else if (shortened(bad).matches("[ -~]+")) {
                    call(method, filled(path, operation, "", ""), json(good), name + " " + bad, name, shortened(bad));
                }
            });
        }
        parts += good.size() + operation.at("/parameters").size();
    }

    private void call(String method, String path, String body, String what, String... headers) {
        tried++;
        List<String> all = new ArrayList<>(List.of(headers));
        if (!body.equals("{}")) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        Program.Answer answer = program.call(method, path, body.equals("{}") ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                all.toArray(String[]::new));
        boolean inside = answer.text().contains("Exception") || answer.text().contains("\tat ");
        boolean escaped = answer.header("Content-Type").isEmpty() || answer.header("Content-Type").contains("json") || answer.status() == 400;
        if (answer.status() >= 500 || inside || !escaped) {
            unhandled.add(method + " " + path + ", " + what + ": " + answer.status() + " " + answer.text());
        }
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.at("/$ref").asString("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }

    private String good(JsonNode schema) {
        JsonNode example = schema.at("/example");
        return switch (schema.at("/type").asString("string")) {
            case "integer", "number" -> example.isMissingNode() ? "1" : example.toString();
            case "boolean" -> "true";
            case "array" -> "[]";
            default -> schema.at("/format").asString("").startsWith("date") ? quoted(written(school.in(5, "11:00"))) : quoted("words");
        };
    }

    private String filled(String path, JsonNode operation, String bad, String text) {
        var query = new ArrayList<String>();
        String address = path;
        for (JsonNode parameter : operation.at("/parameters")) {
            String name = parameter.at("/name").asString();
            String value = name.equals(bad) ? URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20")
                    : ids.getOrDefault(path.split("/")[3], "1");
            if (parameter.at("/in").asString().equals("path")) {
                address = address.replace("{" + name + "}", value.isEmpty() ? "%20" : value);
            } else if (parameter.at("/in").asString().equals("query") && name.equals(bad)) {
                query.add(name + "=" + value);
            }
        }
        return address.substring(1) + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static String shortened(BadInput bad) {
        String text = bad.text(LONG);
        return text.length() > LONGEST_ADDRESS ? text.substring(0, LONGEST_ADDRESS) : text;
    }

    private static String json(Map<String, String> body) {
        return body.entrySet().stream().map(part -> quoted(part.getKey()) + ":" + part.getValue()).collect(Collectors.joining(",", "{", "}"));
    }

    /** So that halves of characters arrive as halves. */
    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        text.chars().forEach(one -> json.append(one < ' ' || one > '~' || one == '"' || one == '\\' ? "\\u%04x".formatted(one) : Character.toString(one)));
        return json.append('"').toString();
    }

    @Test
    void x28NeitherTheSignInFormNorAddressesForgeALogLineOrFail() {
        var client = new WebClient(port);
        String token = client.formToken();
        List<Integer> answers = new ArrayList<>();
        List<String> log = Log.during(() -> {
            for (BadInput bad : BadInput.values()) {
                answers.add(client.signIn(bad.text(LONG), bad.text(LONG), token).status());
                String encoded = URLEncoder.encode(shortened(bad).substring(0, Math.min(500, shortened(bad).length())), StandardCharsets.UTF_8);
                for (String path : List.of("book/1?week=", "mentees/", "meeting/", "login?wait=", "?", "api/v1/bookings?after=", "assets/")) {
                    answers.add(client.get(path + encoded).status());
                }
            }
        });
        assertThat(answers).hasSizeGreaterThan(100).allMatch(status -> status < 500);
        assertThat(log).noneMatch(line -> line.contains(BadInput.MARK) || line.contains("forged line"));
    }
}
