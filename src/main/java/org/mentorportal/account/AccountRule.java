package org.mentorportal.account;

import org.mentorportal.shared.RuleId;

enum AccountRule implements RuleId {
    EMAIL_TAKEN
}
