package org.mentorportal.shared.api;

import java.time.Instant;
import java.time.OffsetDateTime;
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

    /** @throws BadRequest if the call has no such moment, or one that no calendar of a school has */
    public static Instant moment(@Nullable OffsetDateTime given, String part) {
        OffsetDateTime moment = unless(given, part);
        if (moment.getYear() < 1970 || moment.getYear() > 9000) {
            throw new BadRequest(part);
        }
        return moment.toInstant();
    }

    String wrong() {
        return String.valueOf(getMessage());
    }
}
