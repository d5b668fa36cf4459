package org.mentorportal.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Whatever goes wrong in or before a controller is answered as a problem, with nothing of the inside in it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems extends ResponseEntityExceptionHandler {

    /** Where programs call; elsewhere are people with browsers, to whom Spring says it in its own way. */
    private static final List<String> PROGRAMS = List.of("/api/", "/actuator/");

    private final Problems problems;

    ApiProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ProblemException refusal) {
        return answer(refusal.problem());
    }

    @ExceptionHandler
    ResponseEntity<Object> wrong(BadRequest call) {
        return answer(problems.ofBadRequest(call.wrong()));
    }

    @ExceptionHandler
    ResponseEntity<Object> denied(AccessDeniedException denied, HttpServletRequest call) {
        logger.warn("denied: " + call.getMethod() + " " + call.getRequestURI());
        return answer(problems.of(HttpStatus.FORBIDDEN));
    }

    @ExceptionHandler
    ResponseEntity<Object> fault(Exception fault) {
        return answer(problems.ofFault(fault));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException unreadable, HttpHeaders headers,
                                                                  HttpStatusCode status, WebRequest request) {
        return answer(unreadable.getCause() instanceof JacksonException json
                ? WrongField.of(json).map(problems::ofBadRequest).orElseGet(() -> problems.of(HttpStatus.BAD_REQUEST))
                : problems.of(HttpStatus.BAD_REQUEST));
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status,
                                                        WebRequest request) {
        return answer(mismatch instanceof MethodArgumentTypeMismatchException argument
                ? problems.ofBadRequest(argument.getName()) : problems.of(HttpStatus.BAD_REQUEST));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(MissingServletRequestParameterException missing,
                                                                          HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(problems.ofBadRequest(missing.getParameterName()));
    }

    /** All else that Spring itself finds wrong: method, media type, size. Faults among it are noted like any other. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception wrong, @Nullable Object body, HttpHeaders headers,
                                                                       HttpStatusCode status, WebRequest request) {
        if (request instanceof ServletWebRequest call && PROGRAMS.stream().noneMatch(call.getRequest().getServletPath()::startsWith)) {
            return leftToTheScreens(call.getResponse(), status);
        }
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null || known.is5xxServerError() ? answer(problems.ofFault(wrong)) : Problems.answer(problems.of(known), headers);
    }

    private static @Nullable ResponseEntity<Object> leftToTheScreens(@Nullable HttpServletResponse response, HttpStatusCode status) {
        try {
            if (response != null) {
                response.sendError(status.value());
            }
            return null;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static ResponseEntity<Object> answer(Problem problem) {
        return Problems.answer(problem, HttpHeaders.EMPTY);
    }
}
