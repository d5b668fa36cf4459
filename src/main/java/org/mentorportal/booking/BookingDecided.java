package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;

/** Somebody changed what a booking stands at. Published inside the command's transaction. */
public record BookingDecided(BookingId booking, ServiceId service, AccountId student, BookingStatus to, By by, Instant at,
                             @Nullable String reason) {

    public boolean byTheStudent() {
        return by.account().equals(student);
    }
}
