package org.mentorportal.account;

import java.util.Map;
import org.mentorportal.shared.NamedConstraints;
import org.mentorportal.shared.RuleId;
import org.springframework.stereotype.Component;

@Component
class AccountConstraints implements NamedConstraints {

    @Override
    public Map<String, RuleId> rules() {
        return Map.of("uq_account_email", AccountRule.EMAIL_TAKEN,
                "uq_account_link_open", AccountRule.LINK_OVER);
    }
}
