package org.mentorportal.session;

import java.util.Map;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.NamedConstraints;
import org.mentorportal.shared.RuleId;
import org.springframework.stereotype.Component;

/** What the database says when hand-written rows, or a fault of ours, met a rule that nobody saw coming. */
@Component
class SessionConstraints implements NamedConstraints {

    @Override
    public Map<String, RuleId> rules() {
        return Map.of(
                "uq_live_session_slot", CommandRule.BUSY,
                "uq_reservation_booking", CommandRule.BUSY,
                "pk_participant", CommandRule.BUSY,
                "ck_attendance_after_end", SessionRuleId.MARK_REFUSED,
                "ck_attendance_author", SessionRuleId.MARK_REFUSED);
    }
}
