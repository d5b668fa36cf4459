package org.mentorportal.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Refused;
import org.mentorportal.support.Program;
import org.mentorportal.support.RestTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever is wrong with a call, the answer is a problem in words, and shows nothing of the inside. */
class ProblemsOverRestTest extends RestTest {

    @Autowired
    ApiProblems advice;
    @Autowired
    Problems problems;

    private Program program;

    @BeforeEach
    void student() {
        program = programOf(school.student());
    }

    @Test
    void whatIsNotThereIsAProblemAndNoPage() {
        assertProblem(program.get(API + "nothing"), 404, "not-found");
        assertProblem(program.get("api/v2/me"), 404, "not-found");
        assertProblem(program.get(API + "services/1000000000"), 404, "not-found");
        assertProblem(stranger().get(API + "nothing"), 401, "unauthorized");
    }

    @Test
    void screensAreLeftAlone() {
        assertThat(stranger().get("favicon.ico").header("Content-Type")).as("browsers ask for it").doesNotContain("json");
        assertThat(stranger().get("no-such-page").status()).isNotEqualTo(401);
    }

    @Test
    void x29OddAddressesGetNoFurtherAndNoSession() {
        for (String odd : List.of("api//v1/me", "api/v1/%2e%2e/me", "api/v1/me;a=b")) {
            assertProblem(stranger().get(odd), 400, "bad-request");
        }
    }

    @Test
    void x15NothingChangesByGetNorByAMethodThatIsNotTaken() {
        Program.Answer answer = program.get(API + "bookings/1/cancel");
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertProblem(program.call("DELETE", API + "services", BodyPublishers.noBody()), 405, "method-not-allowed");
    }

    @Test
    void onlyJsonIsTakenAndGiven() {
        assertProblem(program.post(API + "bookings", "<a/>", "Content-Type", "application/xml"), 415, "unsupported-media-type");
        assertProblem(program.post(API + "bookings", "a=b", "Content-Type", "application/x-www-form-urlencoded"), 415, "unsupported-media-type");
        assertProblem(program.get(API + "me", "Accept", "text/html"), 406, "not-acceptable");
    }

    @Test
    void whatIsNoJsonOrNotUnderstoodIsRefusedByName() {
        assertProblem(program.post(API + "bookings", "{'serviceId': "), 400, "bad-request");
        assertProblem(program.post(API + "bookings", "[]"), 400, "bad-request");
        assertProblem(program.post(API + "bookings", ""), 415, "unsupported-media-type");
        assertNames("status", program.post(API + "bookings", "{'serviceId': 1, 'status': 'APPROVED'}"));
        assertNames("start", program.post(API + "bookings", "{'serviceId': 1, 'start': '2026-01-31T10:00', 'purpose': 'x', 'players': 1}"));
        assertNames("players", program.post(API + "bookings", "{'serviceId': 1, 'players': 1.5}"));
        assertNames("serviceId", program.post(API + "bookings", "{}"));
        assertNames("from", program.get(API + "services/1/slots?from=tomorrow&to=2026-01-31"));
        assertNames("to", program.get(API + "services/1/slots?from=2026-01-31"));
        assertNames("to", program.get(API + "services/1/slots?from=2026-01-31&to=2026-03-31"));
        assertNames("to", program.get(API + "services/1/slots?from=2026-01-31&to=2026-01-30"));
        assertNames("id", program.get(API + "bookings/first"));
        assertNames("limit", program.get(API + "bookings?limit=101"));
        assertNames("limit", program.get(API + "bookings?limit=0"));
        assertNames("after", program.get(API + "bookings?after=x"));
        assertNames("Idempotency-Key", program.post(API + "bookings", "{}", "Idempotency-Key", "with a blank"));
        assertNames("If-Match", program.patch(API + "bookings/1", "{}", "If-Match", "3"));
    }

    @Test
    void nothingOfABodyIsGuessed() {
        String rest = ", 'serviceId': 1, 'start': '2026-01-31T10:00:00+01:00'}";
        for (String players : List.of("'1'", "''", "1.0", "true", "[1]", "{}")) {
            assertNames("players", program.post(API + "bookings", "{'purpose': 'x', 'players': " + players + rest));
        }
        for (String purpose : List.of("1", "1.5", "true", "['x']", "{}")) {
            assertNames("purpose", program.post(API + "bookings", "{'purpose': " + purpose + rest));
        }
        for (String start : List.of("1769850000", "'1769850000'", "1769850000.5", "''", "true", "[2026, 1, 31, 10, 0]", "'2026-01-31'")) {
            assertNames("start", program.post(API + "bookings", "{'serviceId': 1, 'purpose': 'x', 'start': " + start + "}"));
        }
        assertNames("serviceId", program.post(API + "bookings", "{'serviceId': '1'}"));
        assertNames("purpose", program.post(API + "bookings", "{'purpose': 'x', 'purpose': 'y'" + rest));
        assertNames("players", program.patch(API + "bookings/1", "{'players': '2'}", "If-Match", "\"1\""));
        assertNames("reason", program.post(API + "bookings/1/cancel", "{'reason': 7}"));
        assertProblem(program.post(API + "bookings", "{'serviceId': 1} {}"), 400, "bad-request");
    }

    private static void assertNames(String part, Program.Answer answer) {
        assertProblem(answer, 400, "bad-request");
        assertThat(answer.at("/detail")).contains(part);
    }

    @Test
    void bodyThatIsTooLargeIsNotReadWhateverLengthItSays() {
        String large = "{'purpose': '" + "x".repeat(70_000) + "'}";
        assertProblem(program.post(API + "bookings", large), 413, "content-too-large");
        List<byte[]> pieces = IntStream.range(0, 70).mapToObj(n -> new byte[1000]).toList();
        assertProblem(program.call("POST", API + "bookings", BodyPublishers.ofByteArrays(pieces), "Content-Type", "application/json"),
                413, "content-too-large");
    }

    @Test
    void v1651FaultIsANumberAndNothingElse() throws Exception {
        MockHttpServletResponse answer = MockMvcBuilders.standaloneSetup(new Faulty()).setControllerAdvice(advice).build()
                .perform(get("/fault")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentAsString()).contains("\"reference\":\"").doesNotContain("secret table", "Exception");
    }

    @Test
    void e6DatabaseThatCannotBeAskedIsTryAgain() throws Exception {
        MockHttpServletResponse answer = MockMvcBuilders.standaloneSetup(new Faulty()).setControllerAdvice(advice).build()
                .perform(get("/outage")).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("1");
        assertThat(answer.getContentAsString()).contains("\"rule\":\"BUSY\"").doesNotContain("select");
    }

    @RestController
    static final class Faulty {

        @GetMapping("/fault")
        String fault() {
            throw new IllegalStateException("no such column in the secret table");
        }

        @GetMapping("/outage")
        String outage() {
            throw new QueryTimeoutException("select", new SQLException("canceled", "57014"));
        }
    }

    @Test
    void v241TooManyCommandsAre429WithTheTimeToWait() {
        ResponseEntity<Object> answer = Problems.answer(problems.of(Refused.because(CommandRule.TOO_MANY, 30, 2L)), HttpHeaders.EMPTY);
        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("2");
    }

    @Test
    void e6BusyAndBeingCheckedAre503WithTheTimeToWait() {
        for (CommandRule rule : List.of(CommandRule.BUSY, CommandRule.BEING_CHECKED)) {
            ResponseEntity<Object> answer = Problems.answer(problems.of(Refused.because(rule)), HttpHeaders.EMPTY);
            assertThat(answer.getStatusCode().value()).isEqualTo(503);
            assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("1");
        }
    }
}
