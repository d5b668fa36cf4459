package org.mentorportal.account;

/** Why a session is over. */
public enum StayEnd {
    /** The person signed out, in whichever tab. */
    SIGNED_OUT,
    /** The same person signed in elsewhere, in more places than are allowed. */
    TOO_MANY,
    /** Nobody did anything for too long. */
    IDLE,
    /** However busy, one signs in anew every so often. */
    TOO_LONG,
    /** What the person may do, or how they prove who they are, is not what it was. */
    CHANGED
}
