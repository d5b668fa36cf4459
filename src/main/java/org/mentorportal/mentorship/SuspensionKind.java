package org.mentorportal.mentorship;

/** Why an enrolment is paused. */
public enum SuspensionKind {
    /** By the lead mentor or an admin, with a reason. */
    REPROBATED,
    /** By the mentee; or by the lead mentor or an admin, with a reason. */
    UNSUBSCRIBED;

    EnrolmentStatus status() {
        return switch (this) {
            case REPROBATED -> EnrolmentStatus.REPROBATED;
            case UNSUBSCRIBED -> EnrolmentStatus.UNSUBSCRIBED;
        };
    }
}
