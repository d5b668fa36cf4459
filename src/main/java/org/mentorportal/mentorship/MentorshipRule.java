package org.mentorportal.mentorship;

import org.mentorportal.shared.RuleId;

/** Every "no" of this module; the comment names its arguments. */
public enum MentorshipRule implements RuleId {
    /** Only a cycle's mentees book its services. Arguments: service, cycle. */
    NOT_A_MENTEE,
    /** The day is in no cycle of the service. Arguments: cycle, its first and last day. */
    BEYOND_CYCLE,
    /** Arguments: kind, since when, whom to ask, cycle. */
    MENTEE_SUSPENDED,

    UNKNOWN_CYCLE,
    /** A cycle ends after it begins, and not too late. Arguments: most days. */
    CYCLE_DAYS,
    /** Arguments: least, most. */
    NO_SHOW_LIMIT_RANGE,
    /** A service is in one cycle at a time. Arguments: service, cycle. */
    SERVICE_IN_OTHER_CYCLE,
    /** It was changed since the person looked at it. */
    CYCLE_CHANGED,
    /** Arguments: cycle, its last day. */
    CYCLE_OVER,

    /** There is no such enrolment, or it is not this person's. */
    UNKNOWN_ENROLMENT,
    /** Under another lead mentor, whose mentee is not this person's to see. Arguments: lead mentor. */
    ALREADY_ENROLLED,
    /** A mentor enrols mentees of their own. */
    LEAD_IS_ANOTHER,
    /** The lead mentor is a mentor who can sign in, and another person than the student. */
    LEAD_MENTOR,
    /** It was changed since the person looked at it. */
    ENROLMENT_CHANGED,
    /** A plan has only services of the cycle. Arguments: service, cycle. */
    PLAN_SERVICE,
    /** Two times of a plan overlap. Arguments: one service, other service, weekday. */
    PLAN_OVERLAP,
    /** Arguments: most. */
    PLAN_TOO_LONG,
    /** A plan's times are on whole minutes. */
    PLAN_TIME,
    /** Nothing of the period can still be filled. Arguments: first and last day that can. */
    FILL_PERIOD,

    /** Arguments: since when. */
    ALREADY_REPROBATED,
    ALREADY_UNSUBSCRIBED,
    /** There is nothing to end. */
    NOT_SUSPENDED,
    /** The mentee was unsubscribed by a mentor or an admin. Arguments: whom to ask. */
    RESUBSCRIBE_BY_STAFF,
    /** Nobody is asked for a reprobation (any more). */
    NO_QUESTION,

    /** There is no such warning, or it is not this person's to answer. */
    UNKNOWN_WARNING,
    /** The no-show was taken back. */
    WARNING_WITHDRAWN,
    /** Arguments: most characters. */
    ANSWER_LENGTH
}
