package org.mentorportal.mentorship;

public record SuspensionId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
