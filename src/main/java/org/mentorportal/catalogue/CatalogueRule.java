package org.mentorportal.catalogue;

import org.mentorportal.shared.RuleId;

/** Every "no" of this module; the comment names its arguments. */
public enum CatalogueRule implements RuleId {
    /** Another resource, or service of the same resource, has that name. */
    NAME_TAKEN,
    /** The mentor is a resource already. */
    MENTOR_TAKEN,
    /** Only a mentor who can sign in can be booked. */
    NOT_A_MENTOR,
    UNKNOWN_RESOURCE,
    /** There is no such service, or it is not this person's to change. */
    UNKNOWN_SERVICE,
    /** It was changed since the person looked at it. */
    SERVICE_CHANGED,

    /** A name is missing or too long. Arguments: most characters. */
    NAME_LENGTH,
    /** A number is out of its range. Arguments: least, most. */
    DURATION_RANGE,
    STEP_RANGE,
    BUFFER_BEFORE_RANGE,
    BUFFER_AFTER_RANGE,
    NOTICE_RANGE,
    HORIZON_RANGE,
    CAPACITY_RANGE,
    PLAYERS_RANGE,
    CANCEL_DEADLINE_RANGE,
    PER_DAY_RANGE,
    PER_WEEK_RANGE,
    AT_ONCE_RANGE,
    /** A ground has no mentor who could approve. */
    NO_MENTOR_TO_APPROVE,
    /** A window must open before it closes, on whole minutes. Arguments: weekday. */
    HOURS_TIMES,
    /** A window ends before it begins to hold, or in another age. Arguments: weekday. */
    HOURS_VALIDITY,
    /** Two windows of one weekday overlap while both hold. Arguments: weekday. */
    HOURS_OVERLAP
}
