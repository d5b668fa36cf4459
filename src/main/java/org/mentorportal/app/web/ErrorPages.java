package org.mentorportal.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.FaultLog;
import org.mentorportal.shared.Outage;
import org.mentorportal.shared.api.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the server sends what nobody has answered: words, and for a fault a number; the cause is in the log alone. */
@Controller
class ErrorPages implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

    private final PlainPage page;
    private final Problems problems;
    private final FaultLog faults;

    ErrorPages(PlainPage page, Problems problems, FaultLog faults) {
        this.page = page;
        this.problems = problems;
        this.faults = faults;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Throwable fault = thrown instanceof InvalidParameterException ? null : thrown; // the caller's, not ours
        HttpStatus status = status(request);
        if (isForPrograms(request)) {
            problems.write(fault == null ? problems.of(known(status)) : problems.ofFault(fault), response);
        } else if (fault != null || status.is5xxServerError()) {
            answerFault(fault, response);
        } else {
            noteRefusal(status, request);
            page.write(response, status.value(), words(status, request));
        }
    }

    /** The address as it came, in which nothing can end a line. */
    private static void noteRefusal(HttpStatus status, HttpServletRequest request) {
        if (status == HttpStatus.FORBIDDEN) {
            log.warn("{} {} was refused, from {}", request.getAttribute(RequestDispatcher.ERROR_METHOD),
                    request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRemoteAddr());
        }
    }

    private void answerFault(@Nullable Throwable fault, HttpServletResponse response) throws IOException {
        Outage outage = fault == null ? null : Outage.of(fault).orElse(null);
        if (outage == null) {
            String number = faults.note(fault == null ? new IllegalStateException("an answer that says no cause") : fault);
            page.write(response, HttpStatus.INTERNAL_SERVER_ERROR.value(), "page.fault", number);
        } else {
            faults.note(outage, fault);
            page.write(response, HttpStatus.SERVICE_UNAVAILABLE.value(), "page.outage");
        }
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return path.startsWith("/api/") || path.startsWith("/actuator");
    }

    /** Somebody who asks for this address themselves learns that there is nothing. */
    private static HttpStatus status(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof InvalidParameterException wrong) {
            return HttpStatus.valueOf(wrong.getErrorCode());
        }
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.valueOf(code) : HttpStatus.NOT_FOUND;
    }

    /** Whoever is refused an address that they opened has no page there; a form that is refused is of a page that is too old. */
    private static String words(HttpStatus status, HttpServletRequest request) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN, UNAUTHORIZED -> "GET".equals(request.getAttribute(RequestDispatcher.ERROR_METHOD)) ? "not-found" : "page.forbidden";
            case CONTENT_TOO_LARGE -> "page.too-large";
            default -> "page.not-understood";
        };
    }

    /** Those that the problems have words for. */
    private static HttpStatus known(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND, FORBIDDEN, UNAUTHORIZED, METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, UNSUPPORTED_MEDIA_TYPE, CONTENT_TOO_LARGE -> status;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
