package org.mentorportal.session;

/** What a mentor says of a student's attendance; not marked is not an answer. */
public enum Mark {
    ATTENDED, NO_SHOW, EXCUSED
}
