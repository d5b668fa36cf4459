package org.mentorportal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.mentorportal.account.AccessTokenService;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.MakeToken;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.command.CommandKey;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test of the REST door, from outside. */
@PortalTest
public abstract class RestTest {

    protected static final String API = "api/v1/";

    @Autowired
    protected School school;
    @Autowired
    protected Desk desk;
    @Autowired
    protected Clock clock;
    @Autowired
    private AccessTokenService tokens;
    @LocalServerPort
    private int port;

    /** With an access token of {@code person}'s. */
    protected Program programOf(AccountInfo person) {
        return programWith(tokenOf(person).secret().text());
    }

    protected TokenOutcome.Made tokenOf(AccountInfo person) {
        return school.as(person, () -> (TokenOutcome.Made) tokens.make(new MakeToken("a test", 30), CommandKey.fresh()));
    }

    protected Program programWith(String token) {
        return program("Authorization", "Bearer " + token);
    }

    protected Program programWith(String name, String password) {
        return program("Authorization", "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    protected WebClient browser() {
        return new WebClient(port);
    }

    protected Program stranger() {
        return program();
    }

    private Program program(String... headers) {
        return new Program("http://localhost:" + port + "/", List.of(headers));
    }

    /** As the door writes moments. */
    protected String written(Instant moment) {
        return moment.atZone(clock.getZone()).toOffsetDateTime().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** A problem of that status and rule (or, where none said no, of that kind), with words and nothing of the inside. */
    protected static void assertProblem(Program.Answer answer, int status, String kind) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("urn:mentor-portal:problem:" + kind);
        assertThat(answer.body().get("status").asInt()).isEqualTo(status);
        assertThat(answer.at("/title")).isNotBlank();
        assertThat(answer.at("/detail")).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "org.", "java.", "select ", "trace");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }
}
