package org.mentorportal.mentorship.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.SuspensionId;
import org.mentorportal.mentorship.SuspensionKind;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What pauses an enrolment and lets it go on, each with a look at what it would do. */
@RestController
@RequestMapping(path = EnrolmentReplies.PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Enrolments")
class SuspensionController {

    private final MentorshipService mentorship;
    private final EnrolmentReplies replies;

    SuspensionController(MentorshipService mentorship, EnrolmentReplies replies) {
        this.mentorship = mentorship;
        this.replies = replies;
    }

    @Schema(name = "SuspensionReason")
    record Why(@Schema(description = "The mentee reads it; needed unless it is the mentee who unsubscribes", maxLength = 300,
            example = "Three no-shows") @Nullable String reason) {

        static String of(@Nullable Why given) {
            return given == null || given.reason == null ? "" : given.reason;
        }
    }

    @Schema(name = "SuspensionToEnd")
    record Which(@Schema(description = "The one that you looked at: if another holds by now, that one is left alone. Left out: the one that holds",
            example = "5") @Nullable Long suspensionId) {

        static @Nullable SuspensionId of(@Nullable Which given) {
            return given == null || given.suspensionId == null ? null : new SuspensionId(given.suspensionId);
        }
    }

    @GetMapping("reprobation-preview")
    @Operation(summary = "Which bookings a reprobation would cancel now")
    ResponseEntity<DecisionBody> reprobationPreview(@PathVariable long id) {
        var enrolment = new EnrolmentId(id);
        return mentorship.suspensionPreview(enrolment, SuspensionKind.REPROBATED).map(replies::of)
                .orElseThrow(() -> replies.nothingToSuspend(enrolment));
    }

    @PostMapping("reprobate")
    @Operation(summary = "Reprobate a mentee: cancels their coming bookings of the cycle; needs a reason")
    ResponseEntity<DecisionBody> reprobate(@PathVariable long id, @RequestBody(required = false) @Nullable Why why, CommandKey key) {
        return begin(new SuspensionCommand.Reprobate(new EnrolmentId(id), Why.of(why)), key);
    }

    @PostMapping("unsubscribe")
    @Operation(summary = "Unsubscribe oneself, or a mentee with a reason: cancels the coming bookings of the cycle")
    ResponseEntity<DecisionBody> unsubscribe(@PathVariable long id, @RequestBody(required = false) @Nullable Why why, CommandKey key) {
        return begin(new SuspensionCommand.Unsubscribe(new EnrolmentId(id), Why.of(why)), key);
    }

    private ResponseEntity<DecisionBody> begin(SuspensionCommand.Begin command, CommandKey key) {
        return replies.of(mentorship.suspend(command, key), command.enrolment());
    }

    @GetMapping("reactivation-preview")
    @Operation(summary = "What the end of the suspension that holds would bring back and make now, what not and why",
            description = "Of either kind: before reactivating, and before resubscribing.")
    ResponseEntity<DecisionBody> reactivationPreview(@PathVariable long id) {
        var enrolment = new EnrolmentId(id);
        return mentorship.reactivationPreview(enrolment).map(replies::of).orElseThrow(() -> replies.nothingToEnd(enrolment));
    }

    @PostMapping("reactivate")
    @Operation(summary = "End a reprobation: restores what it cancelled and fills the weekly plan")
    ResponseEntity<DecisionBody> reactivate(@PathVariable long id, @RequestBody(required = false) @Nullable Which which, CommandKey key) {
        return end(new SuspensionCommand.Reactivate(new EnrolmentId(id), Which.of(which)), key);
    }

    @PostMapping("resubscribe")
    @Operation(summary = "Come back, or let a mentee come back, from unsubscribing: restores and fills like a reactivation")
    ResponseEntity<DecisionBody> resubscribe(@PathVariable long id, @RequestBody(required = false) @Nullable Which which, CommandKey key) {
        return end(new SuspensionCommand.Resubscribe(new EnrolmentId(id), Which.of(which)), key);
    }

    private ResponseEntity<DecisionBody> end(SuspensionCommand.End command, CommandKey key) {
        return replies.of(mentorship.end(command, key), command.enrolment());
    }
}
