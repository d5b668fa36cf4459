package org.mentorportal.booking.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.Meeting;
import org.mentorportal.shared.api.Versioned;

@Schema(name = "Booking")
@Versioned
record BookingBody(
        @Schema(example = "812") long id,
        BookingStatus status,
        @Schema(description = "Grows with every change; the ETag", example = "1") int version,
        Booked service,
        Person student,
        OffsetDateTime start,
        OffsetDateTime end,
        @Schema(example = "team practice") String purpose,
        @Schema(example = "8") int players,
        @Schema(description = "How to reach the student that day", example = "") String contact,
        OffsetDateTime requestedAt,
        @Schema(description = "Who booked or moved it for the student; null if they did themselves") @Nullable String bookedBy,
        @Schema(description = "Who approved, rejected, revoked or cancelled it last; null if nobody did") @Nullable String decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Schema(description = "What was said with the last decision") @Nullable String reason,
        @Schema(description = "It still waits, but its start has passed") boolean lapsed,
        @Schema(description = "Until when the student may cancel or move it") OffsetDateTime cancelUntil,
        @Schema(description = "Where its people meet; null while it is not approved") @Nullable Session session) {

    @Schema(name = "BookedSession")
    record Session(@Schema(example = "95") long id, Meeting.Status status,
                   @Schema(description = "Of the meeting; null where people meet at a place") @Nullable String link,
                   @Schema(description = "Null where people meet online") @Nullable String place) {

        static @Nullable Session of(@Nullable Meeting meeting) {
            return meeting == null ? null : new Session(meeting.session(), meeting.status(), meeting.link(), meeting.place());
        }
    }

    @Schema(name = "BookedService")
    record Booked(@Schema(example = "3") long id, @Schema(example = "Volleyball") String name,
                  @Schema(example = "Ground 1") String resource) {
    }

    @Schema(name = "Person")
    record Person(@Schema(example = "17") long id, @Schema(example = "Leo Marín") String name) {
    }
}
