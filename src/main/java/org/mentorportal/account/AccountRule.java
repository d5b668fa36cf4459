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
    TOO_MANY_SIGN_INS,
    /** Arguments: least characters, recommended characters. */
    PASSWORD_SHORT,
    /** Arguments: most characters. */
    PASSWORD_LONG,
    /** It has half of a character, which nobody can type again. */
    PASSWORD_CHARACTERS,
    /** It is on the list of what guessers try first. */
    PASSWORD_COMMON,
    /** Without one's own name, one's address and the portal's name it is too short. */
    PASSWORD_ABOUT_YOU,
    /** What was given as the current password is not. */
    PASSWORD_WRONG,
    /** Arguments: most characters. */
    PERSON_NAME,
    /** That is no e-mail address. */
    EMAIL_FORM,
    /** An account needs one. */
    ROLE_NEEDED,
    UNKNOWN_ACCOUNT,
    /** Somebody changed the account since the admin looked at it. */
    ACCOUNT_CHANGED,
    /** Nobody would be left who administers. */
    LAST_ADMIN,
    /** A disabled account gets no link. */
    ACCOUNT_DISABLED,
    /** The link was made by an earlier sending, which alone was told it. */
    LINK_SHOWN_BEFORE,
    /** The link was used, replaced, has expired, or never was. */
    LINK_OVER,
    /** The first admin's one-time token is not this one, or has expired. */
    SET_UP_TOKEN,
    /** No code of the app for this moment that was not used before, and none of the recovery codes. */
    CODE_WRONG,
    /** One is set up already. */
    SECOND_FACTOR_ON,
    /** None is set up. */
    SECOND_FACTOR_OFF,
    /** Somebody with these roles cannot do without. */
    SECOND_FACTOR_REQUIRED,
    /** With a password alone nobody acts for an account that has more. */
    SECOND_FACTOR_ACCOUNT,
    /** There are accounts: nobody becomes the first admin any more. */
    SET_UP_DONE
}
