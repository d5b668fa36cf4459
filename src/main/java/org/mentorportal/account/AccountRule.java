package org.mentorportal.account;

import org.mentorportal.shared.RuleId;

enum AccountRule implements RuleId {
    EMAIL_TAKEN,
    /** An access token needs a name that is not too long. Arguments: most characters. */
    TOKEN_NAME,
    /** Arguments: most days. */
    TOKEN_DAYS,
    /** The person has as many valid tokens as one may have. Arguments: most tokens. */
    TOO_MANY_TOKENS,
    /** There is no such token, or it is another person's. */
    UNKNOWN_TOKEN,
    /** The token was made by an earlier sending, which alone was told its secret. Arguments: name. */
    SECRET_SHOWN_BEFORE,
    /** Passwords were tried too often. Arguments: seconds to wait. */
    TOO_MANY_SIGN_INS
}
