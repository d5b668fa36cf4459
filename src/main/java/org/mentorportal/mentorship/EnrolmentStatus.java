package org.mentorportal.mentorship;

public enum EnrolmentStatus {
    ACTIVE, REPROBATED, UNSUBSCRIBED
}
