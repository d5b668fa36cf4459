package org.mentorportal.booking;

/** What becomes (or, in a preview, would become) of one time when a hold is undone or a plan is filled. */
public enum Verdict {
    /** The booking has its seat again, with the status that it had. */
    RESTORED,
    /** A new booking. */
    MADE,
    /** The plan leaves a day alone on which the student has any booking of that service, in whatever status. */
    DAY_HAS_BOOKING,
    /** Somebody else has the slot, or the resource then. */
    TAKEN,
    CLOSED,
    /** The student has another booking at that time. */
    OWN_BOOKING,
    /** The student has another booking of that service that day, and it is one a day. */
    OTHER_THAT_DAY,
    /** The service is retired. */
    NOT_OFFERED,
    PAST,
    /** The student gave it up meanwhile. */
    GIVEN_UP,
    /** The service has no slot at that time (any more), or the hour is skipped that day. */
    NO_SUCH_SLOT,
    /** A rule beyond the booking itself says no: the student may not book the service then. */
    NOT_BOOKABLE;

    public boolean isBooked() {
        return this == RESTORED || this == MADE;
    }
}
