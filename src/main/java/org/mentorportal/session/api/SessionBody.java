package org.mentorportal.session.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.session.SessionDetails;
import org.mentorportal.session.SessionStatus;
import org.mentorportal.shared.Formats;

@Schema(name = "Session")
record SessionBody(
        @Schema(example = "95") long id,
        SessionStatus status,
        @Schema(example = "3") long serviceId,
        @Schema(example = "Career talk") String service,
        @Schema(example = "Elena Marchetti") String resource,
        OffsetDateTime start,
        OffsetDateTime end,
        @Schema(description = "Of the meeting; null where people meet at a place") @Nullable String link,
        @Schema(description = "Null where people meet online") @Nullable String place,
        @Schema(description = "Who holds a place; a student sees only their own") List<AttendanceBody> participants) {

    static SessionBody of(SessionDetails session, Formats formats) {
        return new SessionBody(session.id().value(), session.status(), session.service().id().value(), session.service().name(),
                session.service().resource().name(), formats.withOffset(session.start()), formats.withOffset(session.end()),
                session.meeting().link(), session.meeting().place(),
                session.participants().stream().map(place -> AttendanceBody.of(place, List.of(), formats)).toList());
    }
}
