package org.mentorportal.mentorship.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.mentorportal.booking.BookingStatus;

/** A booking that a suspension cancelled, or would cancel. */
@Schema(name = "CancelledBooking")
record CancelledBody(
        @Schema(example = "812") long bookingId,
        @Schema(example = "3") long serviceId,
        @Schema(example = "Weekly mentoring") String service,
        OffsetDateTime start,
        OffsetDateTime end,
        @Schema(description = "As it is now: in a preview not yet CANCELLED") BookingStatus status) {
}
