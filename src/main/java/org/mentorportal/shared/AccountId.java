package org.mentorportal.shared;

import java.io.Serializable;

public record AccountId(long value) implements Serializable {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
