package org.mentorportal.session.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.command.CommandKey;
import org.mentorportal.session.AttendanceOutcome;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.Mark;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.ResetAttendance;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.api.BadRequest;
import org.mentorportal.shared.api.ProblemException;
import org.mentorportal.shared.api.Problems;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/bookings/{id}/attendance", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Sessions")
class AttendanceController {

    private final AttendanceService attendance;
    private final Problems problems;
    private final Formats formats;

    AttendanceController(AttendanceService attendance, Problems problems, Formats formats) {
        this.attendance = attendance;
        this.problems = problems;
        this.formats = formats;
    }

    @Schema(name = "NewMark")
    record NewMark(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Mark mark,
            @Schema(description = "Needed from an admin", maxLength = 300, example = "The mentor is ill") @Nullable String reason) {
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Mark attended, no-show or excused, once the session has ended",
            description = "By the session's mentor, or by an admin on their behalf, with a reason. Another mark must be taken back first.")
    AttendanceBody mark(@PathVariable long id, @RequestBody NewMark mark, CommandKey key) {
        return body(attendance.mark(new MarkAttendance(new BookingId(id), BadRequest.unless(mark.mark, "mark"), given(mark.reason)), key));
    }

    @DeleteMapping
    @Operation(summary = "Take the mark back; an admin says why")
    AttendanceBody reset(@PathVariable long id, @RequestParam(required = false) @Nullable String reason, CommandKey key) {
        return body(attendance.reset(new ResetAttendance(new BookingId(id), given(reason)), key));
    }

    private static String given(@Nullable String reason) {
        return reason == null ? "" : reason;
    }

    private AttendanceBody body(AttendanceOutcome outcome) {
        return switch (outcome) {
            case AttendanceOutcome.Done done -> AttendanceBody.of(done.attendance(), done.questions(), formats);
            case AttendanceOutcome.AlreadySo already -> AttendanceBody.of(already.attendance(), List.of(), formats);
            case AttendanceOutcome.NotDone no -> throw new ProblemException(problems.of(no.why()));
        };
    }
}
