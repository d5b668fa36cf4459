package org.mentorportal.booking.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.api.BadRequest;
import org.mentorportal.shared.api.IfMatch;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to a booking that exists. */
@RestController
@RequestMapping(path = BookingReplies.PATH + "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Bookings")
class DecisionController {

    private final ApprovalService approvals;
    private final BookingService bookings;
    private final BookingReplies replies;

    DecisionController(ApprovalService approvals, BookingService bookings, BookingReplies replies) {
        this.approvals = approvals;
        this.bookings = bookings;
        this.replies = replies;
    }

    @Schema(name = "Reason")
    record Reason(@Schema(description = "The student reads it", maxLength = 300, example = "The ground is wet") @Nullable String reason) {

        static String of(@Nullable Reason given) {
            return given == null || given.reason == null ? "" : given.reason;
        }
    }

    @Schema(name = "Move")
    record Move(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "2026-02-03T10:00:00+01:00") @Nullable OffsetDateTime start,
            @Schema(description = "Needed from staff; the student reads it", maxLength = 300, example = "The hall is let") @Nullable String reason) {
    }

    @PostMapping("approve")
    @Operation(summary = "Approve; an admin says why")
    ResponseEntity<BookingBody> approve(@PathVariable long id, @RequestBody(required = false) @Nullable Reason reason, IfMatch version,
                                        CommandKey key) {
        return replies.changed(approvals.decide(new Decision.Approve(new BookingId(id), Reason.of(reason), version.version()), key));
    }

    @PostMapping("reject")
    @Operation(summary = "Reject a request, with a reason")
    ResponseEntity<BookingBody> reject(@PathVariable long id, @RequestBody(required = false) @Nullable Reason reason, IfMatch version,
                                       CommandKey key) {
        return replies.changed(approvals.decide(new Decision.Reject(new BookingId(id), Reason.of(reason), version.version()), key));
    }

    @PostMapping("revoke")
    @Operation(summary = "Revoke an approved booking, with a reason")
    ResponseEntity<BookingBody> revoke(@PathVariable long id, @RequestBody(required = false) @Nullable Reason reason, IfMatch version,
                                       CommandKey key) {
        return replies.changed(approvals.decide(new Decision.Revoke(new BookingId(id), Reason.of(reason), version.version()), key));
    }

    @PostMapping("cancel")
    @Operation(summary = "Cancel; staff say why")
    ResponseEntity<BookingBody> cancel(@PathVariable long id, @RequestBody(required = false) @Nullable Reason reason, IfMatch version,
                                       CommandKey key) {
        return replies.changed(bookings.cancel(new Decision.Cancel(new BookingId(id), Reason.of(reason), version.version()), key));
    }

    @PostMapping(path = "reschedule", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Move to another slot of the same service: to the new time, or not at all; staff say why")
    ResponseEntity<BookingBody> reschedule(@PathVariable long id, @RequestBody Move move, IfMatch version, CommandKey key) {
        Instant start = BadRequest.moment(move.start, "start");
        return replies.changed(bookings.reschedule(
                new RescheduleBooking(new BookingId(id), start, move.reason == null ? "" : move.reason, version.version()), key));
    }
}
