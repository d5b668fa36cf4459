package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/** Somebody changed a booking. Published inside the command's transaction. */
public record BookingDecided(BookingId booking, ServiceId service, AccountId student, What what, BookingStatus to, By by, Instant at,
                             @Nullable String reason) {

    /** What was done to it, as its student hears of it. */
    public enum What {
        DECIDED, BOOKED, MOVED, EDITED, RESTORED
    }

    public boolean byTheStudent() {
        return by.account().equals(student);
    }
}
