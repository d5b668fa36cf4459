package org.mentorportal.shared.api;

import org.jspecify.annotations.Nullable;

/** A part of a call is missing or makes no sense. */
public final class BadRequest extends RuntimeException {

    /** @param wrong the part as its caller knows it: a field, parameter or header */
    public BadRequest(String wrong) {
        super(wrong, null, false, false);
    }

    /** @throws BadRequest if the call has no such part */
    public static <T> T unless(@Nullable T given, String part) {
        if (given == null) {
            throw new BadRequest(part);
        }
        return given;
    }

    String wrong() {
        return String.valueOf(getMessage());
    }
}
