package org.mentorportal.mentorship.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.EnrolmentPage;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.shared.api.BadRequest;
import org.mentorportal.shared.api.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading enrolments, and filling their weekly plans. */
@RestController
@RequestMapping(path = EnrolmentReplies.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Enrolments")
class EnrolmentController {

    private static final int MOST = 100;

    private final EnrolmentService enrolments;
    private final EnrolmentReplies replies;

    EnrolmentController(EnrolmentService enrolments, EnrolmentReplies replies) {
        this.enrolments = enrolments;
        this.replies = replies;
    }

    @GetMapping
    @Operation(summary = "The enrolments that you may see, the newest first",
            description = "A student's own, those that a mentor leads, all for admins.")
    Page<EnrolmentBody> page(@Parameter(description = "The next of the page before") @RequestParam(required = false) @Nullable Long after,
                             @Parameter(description = "1 to 100") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadRequest("limit");
        }
        EnrolmentPage page = enrolments.newest(after == null ? null : new EnrolmentId(after), limit);
        return new Page<>(page.enrolments().stream().map(replies::body).toList(), page.last() == null ? null : page.last().toString());
    }

    @GetMapping("{id}")
    @Operation(summary = "One enrolment")
    ResponseEntity<EnrolmentBody> one(@PathVariable long id) {
        return enrolments.find(new EnrolmentId(id)).map(replies::found).orElseThrow(replies::unknown);
    }

    @Schema(name = "Period", description = "Days of the school's calendar, both inclusive; what lies outside the cycle or has begun is not filled")
    record Period(@Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-02-02") @Nullable LocalDate from,
                  @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-03-31") @Nullable LocalDate to) {
    }

    @PostMapping(path = "{id}/generate", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Make the bookings of the weekly plan for a period",
            description = "Only what is empty is filled: a day with any booking of that service and mentee is left alone, in whatever status it is.")
    ResponseEntity<DecisionBody> generate(@PathVariable long id, @RequestBody Period period, CommandKey key) {
        var enrolment = new EnrolmentId(id);
        var plan = new GeneratePlan(enrolment, BadRequest.unless(period.from, "from"), BadRequest.unless(period.to, "to"));
        return replies.of(enrolments.generate(plan, key), enrolment);
    }
}
