package org.mentorportal.mentorship.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.Verdict;

/** One time of a mentee, and what becomes of it. */
@Schema(name = "MenteeTime")
record TimeBody(
        @Schema(example = "3") long serviceId,
        @Schema(example = "Weekly mentoring") String service,
        OffsetDateTime start,
        Verdict verdict,
        @Schema(description = "Null if there is no booking: nothing was made, or a preview would make one", example = "812") @Nullable Long bookingId,
        @Schema(description = "What the booking is then, or would be; null if it holds no seat") @Nullable BookingStatus status) {
}
