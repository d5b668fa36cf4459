package org.mentorportal.booking;

/** By which door a claim on a slot comes; {@link BookingRules} says which rules bind which. */
public enum BookingPath {
    /** A student for themselves, by asking or by moving what they have. */
    STUDENT,
    /** A mentor on one of their own services, or an admin, for a student. */
    STAFF,
    /** A mentor or an admin fills a weekly plan. */
    PLAN,
    /** What a suspension or a closure cancelled comes back. */
    RESTORE
}
