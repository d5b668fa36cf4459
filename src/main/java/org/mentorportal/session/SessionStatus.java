package org.mentorportal.session;

public enum SessionStatus {
    SCHEDULED, CANCELLED
}
