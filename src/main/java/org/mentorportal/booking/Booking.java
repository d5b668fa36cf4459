package org.mentorportal.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Refused;

/**
 * One student's claim on one seat of one slot. It begins as a row that {@link BookingStore} claims by SQL, PENDING where a
 * person approves and APPROVED where nobody needs to. From then on it changes by the verbs below: approved or rejected
 * while it waits, revoked once approved, edited, moved or cancelled while it holds its seat; what ended stays as it ended, but
 * for what a suspension or a closure cancelled: it is held, and comes back when that is undone, unless its student gave it up.
 * Each verb answers why not, or changes.
 */
@Entity
class Booking {

    @Id
    private long id;
    private long serviceId;
    private long resourceId;
    private long studentId;
    private Instant startsAt;
    private Instant endsAt;
    private Instant occupiedFrom;
    private Instant occupiedTo;
    @Enumerated(EnumType.STRING)
    private BookingStatus status;
    private String purpose;
    private short players;
    private String contact;
    private long requestedBy;
    private Instant requestedAt;
    private @Nullable Long approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable Long endedBy;
    private @Nullable Instant endedAt;
    private @Nullable String reason;
    private boolean onePerDay;
    private @Nullable Long holdId;
    @Enumerated(EnumType.STRING)
    private @Nullable BookingStatus heldStatus;
    private @Nullable Long givenUpHoldId;
    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Booking() {
        // JPA; rows are made by BookingStore
    }

    Optional<Refused> approve(AccountId by, Instant at) {
        if (status != BookingStatus.PENDING) {
            return Optional.of(Refused.because(BookingRuleId.NOT_PENDING, status));
        }
        if (hasBegun(at)) {
            return Optional.of(Refused.because(BookingRuleId.LAPSED, startsAt));
        }
        status = BookingStatus.APPROVED;
        approvedBy = by.value();
        approvedAt = at;
        return Optional.empty();
    }

    /** Also of a request whose time has passed: it is the only way to close it. */
    Optional<Refused> reject(AccountId by, Instant at, String why) {
        return status == BookingStatus.PENDING ? end(BookingStatus.REJECTED, by, at, why)
                : Optional.of(Refused.because(BookingRuleId.NOT_PENDING, status));
    }

    Optional<Refused> revoke(AccountId by, Instant at, String why) {
        if (status != BookingStatus.APPROVED) {
            return Optional.of(Refused.because(BookingRuleId.NOT_APPROVED, status));
        }
        return hasBegun(at) ? Optional.of(Refused.because(BookingRuleId.ALREADY_BEGUN, startsAt))
                : end(BookingStatus.REVOKED, by, at, why);
    }

    /** @param why may be empty from the student themselves */
    Optional<Refused> cancel(AccountId by, Instant at, String why) {
        return mayMove(at).or(() -> end(BookingStatus.CANCELLED, by, at, why));
    }

    /** Its hold lets go of it: it stays cancelled, and will not come back. */
    Optional<Refused> giveUp() {
        if (holdId == null) {
            return Optional.of(Refused.because(BookingRuleId.NOT_HELD));
        }
        givenUpHoldId = holdId;
        holdId = null;
        heldStatus = null;
        return Optional.empty();
    }

    /** New details; nothing else changes. */
    Optional<Refused> edit(Instant at, String newPurpose, int newPlayers, String newContact) {
        Optional<Refused> fixed = mayMove(at);
        if (fixed.isEmpty()) {
            purpose = newPurpose;
            players = (short) newPlayers;
            contact = newContact;
        }
        return fixed;
    }

    /** Why it can be neither moved nor edited at {@code at}; nothing if it can. */
    Optional<Refused> mayMove(Instant at) {
        if (!status.isActive()) {
            return Optional.of(Refused.because(BookingRuleId.NOT_ACTIVE, status));
        }
        return hasBegun(at) ? Optional.of(Refused.because(BookingRuleId.ALREADY_BEGUN, startsAt)) : Optional.empty();
    }

    private Optional<Refused> end(BookingStatus ended, AccountId by, Instant at, String why) {
        status = ended;
        endedBy = by.value();
        endedAt = at;
        reason = why.isBlank() ? null : why.strip();
        return Optional.empty();
    }

    private boolean hasBegun(Instant at) {
        return !at.isBefore(startsAt);
    }

    BookingId id() {
        return new BookingId(id);
    }

    ResourceId resource() {
        return new ResourceId(resourceId);
    }

    Instant startsAt() {
        return startsAt;
    }

    ServiceId service() {
        return new ServiceId(serviceId);
    }

    AccountId student() {
        return new AccountId(studentId);
    }

    AccountId requester() {
        return new AccountId(requestedBy);
    }

    BookingStatus status() {
        return status;
    }

    boolean onePerDay() {
        return onePerDay;
    }

    /** What a suspension or a closure is to it; null if none cancelled it, or if it was given up. */
    @Nullable HoldId hold() {
        return holdId == null ? null : new HoldId(holdId);
    }

    /** What it was when its hold cancelled it, and would be again. */
    @Nullable BookingStatus heldStatus() {
        return heldStatus;
    }

    int version() {
        return version;
    }

    BookingRow row() {
        return new BookingRow(id(), service(), resource(), student(), startsAt, endsAt, occupiedFrom, occupiedTo, status, purpose, players,
                contact, requester(), requestedAt, Optional.ofNullable(endedBy).or(() -> Optional.ofNullable(approvedBy))
                        .map(AccountId::new).orElse(null), endedAt == null ? approvedAt : endedAt, reason, version);
    }
}
