package org.mentorportal.account;

/** What of an account can change; in the trail as the parts that an event changed. */
public enum AccountPart {
    STATE, NAME, ROLES, PASSWORD,
    /** A link with which to choose a password was made. */
    LINK,
    SECOND_FACTOR
}
