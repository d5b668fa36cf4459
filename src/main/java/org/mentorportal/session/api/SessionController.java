package org.mentorportal.session.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import org.mentorportal.session.SessionService;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.api.Days;
import org.mentorportal.shared.api.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions")
class SessionController {

    private final SessionService sessions;
    private final Formats formats;

    SessionController(SessionService sessions, Formats formats) {
        this.sessions = sessions;
        this.formats = formats;
    }

    @GetMapping
    @Operation(summary = "Live sessions: a student's and a mentor's own, an admin's all, by start",
            description = "From one day to another, both inclusive, at most 31 days.")
    Page<SessionBody> sessions(
            @Parameter(example = "2026-01-31") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @Parameter(example = "2026-02-06") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        Days.require(from, to);
        return Page.whole(sessions.sessions(begin(from), begin(to.plusDays(1))).stream()
                .map(session -> SessionBody.of(session, formats)).toList());
    }

    private Instant begin(LocalDate day) {
        return day.atStartOfDay(formats.zone()).toInstant();
    }
}
