package org.mentorportal.account;

public record TokenId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
