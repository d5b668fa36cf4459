package org.mentorportal.account;

/** Told, before the commit, which power a person's own change gives their account; see {@link CurrentActor#goingOn}. */
interface PowerToCome {

    void is(int power);
}
