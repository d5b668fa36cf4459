package org.mentorportal.account;

/** How far somebody is in. */
public enum Step {
    /** The password fitted; a code of the second factor is still to be shown. */
    CODE,
    /** The password fitted; a second factor is demanded and must be set up first. */
    SET_UP,
    IN
}
