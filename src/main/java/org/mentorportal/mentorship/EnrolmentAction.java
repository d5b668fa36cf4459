package org.mentorportal.mentorship;

/** What the person who looks at an enrolment may do with it now. */
public enum EnrolmentAction {
    PLAN, GENERATE, REPROBATE, DECLINE, REACTIVATE, UNSUBSCRIBE, RESUBSCRIBE
}
