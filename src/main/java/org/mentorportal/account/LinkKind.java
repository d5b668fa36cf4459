package org.mentorportal.account;

/** What a link for choosing a password is for. */
public enum LinkKind {
    /** Somebody has never signed in. */
    INVITATION,
    /** Somebody has lost their password. */
    RESET
}
