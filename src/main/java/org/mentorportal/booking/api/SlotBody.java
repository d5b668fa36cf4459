package org.mentorportal.booking.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.SlotState;
import org.mentorportal.shared.Refused;

/** A slot as its reader would book it; never who holds it. */
@Schema(name = "Slot")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlotBody(OffsetDateTime start, OffsetDateTime end, State state,
                @Schema(description = "Seats", example = "1") int capacity,
                @Schema(description = "Seats that are held", example = "1") int taken,
                @Schema(description = "The rule that is in the way", example = "SLOT_TAKEN") @Nullable String rule,
                @Schema(description = "The same in words", example = "This slot was just booked by another student. Please choose "
                        + "another time slot.") @Nullable String detail) {

    /**
     * BUSY: a booking of one's own is in the way. QUOTA: the service's limits for one student are. NOT_FOR_YOU: one does not
     * belong to those who can book the service then.
     */
    @Schema(name = "SlotState")
    enum State {
        FREE, TAKEN, CLOSED, PAST, YOURS, NOT_YET_OPEN, TOO_LATE, QUOTA, BUSY, NOT_FOR_YOU;

        static State of(SlotState state) {
            return switch (state) {
                case SlotState.Free free -> FREE;
                case SlotState.Yours yours -> YOURS;
                case SlotState.Unavailable(Refused why) -> why.rule() instanceof BookingRuleId rule ? of(rule) : NOT_FOR_YOU;
            };
        }

        private static State of(BookingRuleId rule) {
            return switch (rule) {
                case CLOSED -> CLOSED;
                case SLOT_PASSED -> PAST;
                case NOT_YET_OPEN -> NOT_YET_OPEN;
                case TOO_LATE -> TOO_LATE;
                case OWN_BOOKING_THEN -> BUSY;
                case ONE_PER_DAY, QUOTA_DAY, QUOTA_WEEK, QUOTA_AT_ONCE -> QUOTA;
                default -> TAKEN;
            };
        }
    }

    static Optional<Refused> inTheWay(SlotState state) {
        return state instanceof SlotState.Unavailable(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
