package org.mentorportal.mentorship;

import java.util.Map;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.shared.NamedConstraints;
import org.mentorportal.shared.RuleId;
import org.springframework.stereotype.Component;

/** What the database says where the locks should have let nobody come: hand-written rows, or a fault of ours. */
@Component
class MentorshipConstraints implements NamedConstraints {

    @Override
    public Map<String, RuleId> rules() {
        return Map.of(
                "uq_cycle_name", CatalogueRule.NAME_TAKEN,
                "ex_cycle_service", MentorshipRule.CYCLE_CHANGED,
                "uq_enrolment", MentorshipRule.ENROLMENT_CHANGED,
                "uq_suspension_open", MentorshipRule.ENROLMENT_CHANGED,
                "uq_warning_booking", MentorshipRule.ENROLMENT_CHANGED);
    }
}
