package org.mentorportal.trail.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.Subject;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.api.BadRequest;
import org.mentorportal.shared.api.Page;
import org.mentorportal.shared.api.ProblemException;
import org.mentorportal.shared.api.Problems;
import org.mentorportal.trail.TrailFilter;
import org.mentorportal.trail.TrailLine;
import org.mentorportal.trail.TrailPage;
import org.mentorportal.trail.TrailService;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/trail", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Trail")
class TrailController {

    private final TrailService trail;
    private final Formats formats;
    private final Problems problems;

    TrailController(TrailService trail, Formats formats, Problems problems) {
        this.trail = trail;
        this.formats = formats;
        this.problems = problems;
    }

    @Schema(name = "Event")
    record EventBody(long id, OffsetDateTime at, String who, Role role, String command, String subject, int version, String said,
                     @Nullable String reason) {
    }

    @GetMapping
    @Operation(summary = "Who did what, the newest first",
            description = "All for principals and admins, what is about their own bookings, mentees and sessions for others.")
    Page<EventBody> page(
            @Parameter(description = "A kind and an id", example = "booking:12") @RequestParam(required = false) @Nullable String subject,
            @Parameter(description = "The next of the page before") @RequestParam(required = false) @Nullable Long after,
            @Parameter(description = "1 to 200") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > TrailService.MOST) {
            throw new BadRequest("limit");
        }
        TrailPage page = trail.page(subject == null ? TrailFilter.ALL : TrailFilter.about(asked(subject)), after, limit);
        if (subject != null && after == null && page.lines().isEmpty()) {
            throw new ProblemException(problems.of(HttpStatus.NOT_FOUND));
        }
        return new Page<>(page.lines().stream().map(this::body).toList(), page.next() == null ? null : page.next().toString());
    }

    private static Subject asked(String text) {
        return Subject.of(text).orElseThrow(() -> new BadRequest("subject"));
    }

    private EventBody body(TrailLine line) {
        return new EventBody(line.id(), formats.withOffset(line.at()), line.who(), line.as(), line.command(), line.subject().toString(), line.seq(),
                line.said(), line.reason());
    }
}
