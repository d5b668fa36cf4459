package org.mentorportal.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.support.Log;
import org.mentorportal.support.Program;
import org.mentorportal.support.RestTest;
import org.mentorportal.support.School;
import org.mentorportal.support.WebClient;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** V13.3.1, V16.2.5: nothing secret in the log nor among the project's files. */
class SecretsTest extends RestTest {

    private static final Pattern SECRET = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY|\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_\\w{30,}|\\bxox[baprs]-\\w{10,}"
            + "|\\beyJ[\\w-]{20,}\\.[\\w-]{20,}\\.|\\$argon2id\\$v=\\d+\\$[\\w=,]+\\$[\\w+/]{10,}|(?i)(password|secret|api[-_]?key)\\s*[:=]\\s*['\"]?(?=[^\\s'\"]*\\d)[a-z0-9/+_-]{16,}['\"]?\\s*$",
            Pattern.MULTILINE);
    private static final Pattern NO_TEXT = Pattern.compile(".*\\.(png|jar|class|ico)");

    @LocalServerPort
    int port;

    @Test
    void v1625NoSecretThatWasUsedIsInTheLog() {
        AccountInfo student = school.student();
        List<String> used = new ArrayList<>(List.of(School.PASSWORD, "a wrong password of mine", student.email()));
        List<String> log = Log.during(() -> {
            var client = new WebClient(port);
            client.get("login");
            used.add(client.cookie().replaceFirst(".*=", ""));
            String token = client.formToken();
            used.add(token);
            client.signIn(student.email(), "a wrong password of mine", token);
            client.signIn(student.email(), School.PASSWORD, token);
            used.add(client.cookie().replaceFirst(".*=", ""));
            WebClient.Tab tab = client.open("settings");
            used.addAll(List.of(tab.key(), tab.pushId()));
            client.post(tab.path(), tab.call().replace("[]", "[{}]"), "Content-Type", "application/json");
            Program.Answer made = programWith(student.email(), School.PASSWORD).post(API + "tokens", "{'name': 'x', 'days': 1}");
            used.add(made.at("/token"));
            programWith(made.at("/token")).get(API + "me");
            programWith(made.at("/token")).post(API + "bookings", "{");
            programWith(student.email(), "a wrong password of mine").post(API + "tokens", "{'name': 'x', 'days': 1}");
        });
        assertThat(used).doesNotContain("").hasSizeGreaterThan(7);
        assertThat(log).isNotEmpty().noneMatch(line -> used.stream().anyMatch(line::contains));
        assertThat(log).as("V16.3.1: the sign-ins themselves are").anyMatch(line -> line.contains("signed in")).anyMatch(line -> line.contains("failed"));
    }

    @Test
    void v1622TheLogsTimesAreUtcAndItsLinesSayWho() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var console = (ConsoleAppender<?>) root.getAppender("CONSOLE");
        assertThat(((PatternLayoutEncoder) console.getEncoder()).getPattern()).contains("ss.SSSX,UTC");
    }

    @Test
    void v1633WhatIsRefusedAtTheDoorIsInTheLog() {
        List<String> log = Log.during(() -> {
            new WebClient(port).signIn("x@test.school", "guess", "");
            new WebClient(port).post("?v-r=uidl&v-uiId=0", "{}", "Origin", "https://evil.example");
        });
        assertThat(log).anyMatch(line -> line.matches("POST /login was refused, from [\\d.:]+"))
                .anyMatch(line -> line.matches("call of another site refused, from [\\d.:]+"));
    }

    @Test
    void v1331NoFileOfTheProjectHoldsASecret() throws IOException {
        List<String> found = new ArrayList<>();
        int files = 0;
        for (String part : List.of("src", "db-changelog", "frontend/assets", "docs", "pom.xml", "portal", "README.md", "docker-compose.yml", ".env.example",
                "Dockerfile", ".ci")) {
            if (!Files.exists(Path.of(part))) {
                continue;
            }
            try (Stream<Path> all = Files.walk(Path.of(part))) {
                for (Path file : all.filter(Files::isRegularFile).filter(path -> !NO_TEXT.matcher(path.toString()).matches()).toList()) {
                    files++;
                    SECRET.matcher(read(file)).results().forEach(match -> found.add(file + ": " + match.group()));
                }
            }
        }
        assertThat(files).isGreaterThan(300);
        assertThat(found).isEmpty();
    }

    @Test
    void theSearchFindsASecret() {
        for (String secret : List.of("-----BEGIN RSA PRIVATE" + " KEY-----", "password: " + "hunter2hunter2hunter2", "AKIA" + "ABCDEFGHIJKLMNOP",
                "api_key = \"" + "0123456789abcdef0123\"")) {
            assertThat(SECRET.matcher(secret).find()).as(secret).isTrue();
        }
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException noText) {
            return "";
        }
    }
}
