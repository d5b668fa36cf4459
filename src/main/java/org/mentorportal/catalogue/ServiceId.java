package org.mentorportal.catalogue;

public record ServiceId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
