package org.mentorportal.catalogue;

public record ResourceId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
