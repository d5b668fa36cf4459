package org.mentorportal.account;

/** Where an account stands; in the trail too. */
public enum AccountState {
    /** Nobody has chosen a password for it yet. */
    INVITED,
    ENABLED,
    /** Nobody signs in with it; what the person did stays. */
    DISABLED
}
