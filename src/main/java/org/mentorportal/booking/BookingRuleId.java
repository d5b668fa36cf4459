package org.mentorportal.booking;

import org.mentorportal.shared.RuleId;

/** Every "no" of this module; the comment names its arguments. */
public enum BookingRuleId implements RuleId {
    /** The service has no slot at that time (any more). Arguments: start. */
    NO_SUCH_SLOT,
    /** The service is no longer offered. Arguments: service. */
    SERVICE_RETIRED,
    /** Arguments: reason of the closure. */
    CLOSED,
    /** The slot has begun. Arguments: start. */
    SLOT_PASSED,
    /** Minimum notice has run out. Arguments: notice in words. */
    TOO_LATE,
    /** Requesting has not opened. Arguments: when it opens, and how many days before the slot's that is. */
    NOT_YET_OPEN,
    /** All seats of this slot are held by others. */
    SLOT_TAKEN,
    /** Another service's booking needs the resource then. Arguments: resource. */
    RESOURCE_TAKEN,
    /** The student's own booking is in the way, said to the student. Arguments: service, start. */
    OWN_BOOKING_THEN,
    /** The same, said to everybody else: what the booking is, is nobody's business. Arguments: the student's name. */
    STUDENT_BOOKED_THEN,
    /** One booking of this service a day. Arguments: service, day. */
    ONE_PER_DAY,
    /** The student's quota of the service. Arguments: most, service, and day, the Monday from which it counts anew, or the start that frees it. */
    QUOTA_DAY,
    QUOTA_WEEK,
    QUOTA_AT_ONCE,
    /** What the database says when nothing else explains it. */
    CONFLICT,
    /** More players than the service takes. Arguments: most. */
    TOO_MANY_PLAYERS,
    PURPOSE_NEEDED,
    DETAILS_TOO_LONG,

    /** There is no such booking, or it is not this person's to see. */
    UNKNOWN_BOOKING,
    /** A decision on one's own booking. */
    OWN_REQUEST,
    REASON_NEEDED,
    /** It was changed since the person looked at it. */
    STALE,
    /** A student may no longer cancel or move. Arguments: deadline in words. */
    CANCEL_TOO_LATE,
    /** Staff book for a student who can sign in, and not for themselves. */
    NOT_A_STUDENT,
    NOT_FOR_ONESELF,
    /** A mentor books on their own services. Arguments: service. */
    NOT_YOUR_SERVICE,
    /** Too late for this action: the booking has begun. Arguments: start. */
    ALREADY_BEGUN,
    /** It stands elsewhere by now. Arguments: status. */
    NOT_PENDING,
    NOT_APPROVED,
    NOT_ACTIVE,
    /** Nothing holds it, so there is nothing to give up. */
    NOT_HELD,
    /** A request whose time has passed can only be rejected. Arguments: start. */
    LAPSED,

    CLOSURE_TIMES,
    /** The closure would be over already. */
    CLOSURE_PAST,
    UNKNOWN_CLOSURE
}
