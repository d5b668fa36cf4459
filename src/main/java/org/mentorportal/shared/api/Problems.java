package org.mentorportal.shared.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.FaultLog;
import org.mentorportal.shared.Outage;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RefusalWords;
import org.mentorportal.shared.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one place where a refusal, a wrong call or a fault becomes a {@link Problem}. */
@Component
public class Problems {

    private static final String TYPE = "urn:mentor-portal:problem:";
    private static final long AT_ONCE = 1;

    private final Words words;
    private final RefusalWords refusals;
    private final FaultLog faults;
    private final JsonMapper json;

    Problems(Words words, RefusalWords refusals, FaultLog faults, JsonMapper json) {
        this.words = words;
        this.refusals = refusals;
        this.faults = faults;
        this.json = json;
    }

    public Problem of(Refused why) {
        HttpStatus status = RuleStatus.of(why.rule());
        String name = why.rule().name();
        return problem(name, status, refusals.of(why), name, retryAfter(status, why));
    }

    /** The last argument of a refusal for being too fast is how many seconds to wait. */
    private static @Nullable Long retryAfter(HttpStatus status, Refused why) {
        return switch (status) {
            case SERVICE_UNAVAILABLE -> AT_ONCE;
            case TOO_MANY_REQUESTS -> ((Number) why.arguments().getLast()).longValue();
            default -> null;
        };
    }

    /** A call that is wrong in itself. */
    public Problem of(HttpStatus status) {
        return problem(status.name(), status, words.get("problem." + key(status.name())), null, null);
    }

    /** @param wrong which part of the call is wrong, as its caller knows it */
    Problem ofBadRequest(String wrong) {
        return problem(HttpStatus.BAD_REQUEST.name(), HttpStatus.BAD_REQUEST, words.get("problem.wrong-part", wrong), null, null);
    }

    /** A database that cannot be asked now: try again. Of anything else the cause goes to the log, under the number that the caller is told. */
    public Problem ofFault(Throwable fault) {
        return Outage.of(fault).map(outage -> busy(outage, fault)).orElseGet(() -> {
            String reference = faults.note(fault);
            return problem("FAULT", HttpStatus.INTERNAL_SERVER_ERROR, words.get("fault.unknown", reference), null, null)
                    .withReference(reference);
        });
    }

    private Problem busy(Outage outage, Throwable cause) {
        faults.note(outage, cause);
        return problem("BUSY", HttpStatus.SERVICE_UNAVAILABLE, words.get("rule.busy"), "BUSY", AT_ONCE);
    }

    private static Problem problem(String name, HttpStatus status, String detail, @Nullable String rule, @Nullable Long retryAfter) {
        return new Problem(URI.create(TYPE + key(name)), title(name), status.value(), detail, rule, null, null, null, retryAfter, null);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.status()).headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter()));
        }
        return answer.body(problem);
    }

    /** Where no controller is at work: in a filter. */
    public void write(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        if (problem.retryAfter() != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter()));
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
