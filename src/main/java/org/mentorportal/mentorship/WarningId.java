package org.mentorportal.mentorship;

public record WarningId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
