package org.mentorportal.booking;

import java.util.Map;
import org.mentorportal.shared.NamedConstraints;
import org.mentorportal.shared.RuleId;
import org.springframework.stereotype.Component;

/** What the database says when a claim or a move met what nobody saw coming: hand-written rows, or a fault of ours. */
@Component
class BookingConstraints implements NamedConstraints {

    @Override
    public Map<String, RuleId> rules() {
        return Map.of(
                "ex_booking_resource_overlap", BookingRuleId.CONFLICT,
                "ex_booking_student_overlap", BookingRuleId.CONFLICT,
                "uq_booking_seat", BookingRuleId.SLOT_TAKEN,
                "uq_booking_per_day", BookingRuleId.CONFLICT,
                "tg_booking_closure", BookingRuleId.CONFLICT,
                "ck_reason_given", BookingRuleId.REASON_NEEDED);
    }
}
