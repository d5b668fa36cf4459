package org.mentorportal.mentorship;

public record EnrolmentId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
