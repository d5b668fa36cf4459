package org.mentorportal.booking;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;

/**
 * A claim that somebody wants made or moved, with what is known about it after the locks were taken.
 *
 * @param by    who acts; the student themselves, or staff for them
 * @param found the slot at {@code start}, if the service has one
 * @param moved the booking that is to move, or null for a new one
 */
record Wish(BookingPath path, By by, AccountId student, ServiceInfo service, Instant start, Optional<Slot> found, String purpose,
            int players, String contact, @Nullable Booking moved, BookingStore.Facts facts, Instant now) {

    /** @throws java.util.NoSuchElementException before the rule that there is one was asked */
    Slot slot() {
        return found.orElseThrow();
    }

    /** APPROVED where nobody has to approve, or where the one who would is the one who acts. */
    BookingStatus status() {
        boolean nobodyToAsk = switch (service.approval()) {
            case AUTOMATIC -> true;
            case MENTOR -> path == BookingPath.STAFF && by.role() == Role.MENTOR && service.resource().belongsTo(by.account());
            case PRINCIPAL -> false;
        };
        return nobodyToAsk ? BookingStatus.APPROVED : BookingStatus.PENDING;
    }

    /** Who approved it with that; nobody if the service approves by itself. */
    @Nullable AccountId approver() {
        return status() == BookingStatus.APPROVED && service.approval() != Approval.AUTOMATIC ? by.account() : null;
    }

    boolean onePerDay() {
        return path == BookingPath.STUDENT && service.onePerDay();
    }
}
