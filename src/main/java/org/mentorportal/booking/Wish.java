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
 * @param by      who acts; the student themselves, or staff for them
 * @param found   the slot at {@code start}, if the service has one
 * @param moved   the booking that is to move or to come back, or null for a new one
 * @param undoing the hold that is being undone, or null
 */
record Wish(BookingPath path, By by, AccountId student, ServiceInfo service, Instant start, Optional<Slot> found, String purpose,
            int players, String contact, @Nullable Booking moved, @Nullable HoldId undoing, ClaimReader.Facts facts, Instant now) {

    /** @throws java.util.NoSuchElementException before the rule that there is one was asked */
    Slot slot() {
        return found.orElseThrow();
    }

    /** APPROVED where nobody has to approve, or where the one who would is the one who acts; what comes back, as it was. */
    BookingStatus status() {
        if (path == BookingPath.RESTORE && moved != null && moved.heldStatus() != null) {
            return moved.heldStatus();
        }
        boolean nobodyToAsk = switch (service.approval()) {
            case AUTOMATIC -> true;
            case MENTOR -> path != BookingPath.STUDENT && by.role() == Role.MENTOR && service.resource().belongsTo(by.account());
            case PRINCIPAL -> false;
        };
        return nobodyToAsk ? BookingStatus.APPROVED : BookingStatus.PENDING;
    }

    /** Who approved it with that; nobody if the service approves by itself. */
    @Nullable AccountId approver() {
        return status() == BookingStatus.APPROVED && service.approval() != Approval.AUTOMATIC ? by.account() : null;
    }

    boolean onePerDay() {
        return switch (path) {
            case STUDENT -> service.onePerDay();
            case RESTORE -> moved != null && moved.onePerDay();
            case STAFF, PLAN -> false;
        };
    }

    /** Whether both cannot have what they ask for, seats of one slot included. */
    boolean collidesWith(Wish other) {
        boolean oneThatDay = onePerDay() && other.onePerDay() && service.id().equals(other.service.id()) && slot().day().equals(other.slot().day());
        boolean sameStudent = student.equals(other.student) && (oneThatDay
                || slot().start().isBefore(other.slot().end()) && slot().end().isAfter(other.slot().start()));
        return sameStudent || service.resource().equals(other.service.resource())
                && slot().occupiedFrom().isBefore(other.slot().occupiedTo()) && slot().occupiedTo().isAfter(other.slot().occupiedFrom());
    }

    ClaimReader.Obstacle asObstacle() {
        return new ClaimReader.Obstacle(service.id(), service.resource().id(), student, slot().start(), slot().end(), onePerDay());
    }

    ClaimedSlot claimed() {
        return new ClaimedSlot(student, service.id(), start, slot().day(), undoing);
    }
}
