package org.mentorportal.mentorship;

/** A part of a person's mentees. */
public enum MenteeGroup {
    ALL,
    /** About whom they are asked to decide now. */
    QUESTIONS,
    /** Who is suspended or unsubscribed. */
    PAUSED
}
