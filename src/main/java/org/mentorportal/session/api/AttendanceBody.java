package org.mentorportal.session.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.AttendanceQuestion;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Role;

@Schema(name = "Attendance")
record AttendanceBody(
        @Schema(example = "812") long bookingId,
        @Schema(example = "17") long studentId,
        @Schema(example = "Leo Marín") String student,
        @Schema(description = "Null while nobody marked it") @Nullable Mark mark,
        @Nullable String markedBy,
        @Schema(description = "In which role; an admin marks on the mentor's behalf") @Nullable Role markedAs,
        @Nullable OffsetDateTime markedAt,
        @Schema(description = "What the mentor is to be asked now; empty where nothing is marked by this call") List<Question> questions) {

    @Schema(name = "AttendanceQuestion")
    record Question(AttendanceQuestion.Kind kind, @Schema(example = "5") long enrolmentId) {
    }

    static AttendanceBody of(AttendanceDetails place, List<AttendanceQuestion> questions, Formats formats) {
        return new AttendanceBody(place.booking().value(), place.student().value(), place.studentName(), place.mark(), place.markedBy(),
                place.markedAs(), place.markedAt() == null ? null : formats.withOffset(place.markedAt()),
                questions.stream().map(question -> new Question(question.kind(), question.enrolment())).toList());
    }
}
