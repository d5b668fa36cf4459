package org.mentorportal.mentorship;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.HoldId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Role;

/**
 * A pause of an enrolment, of either kind. Its {@code hold} is what it is to the bookings that it cancelled, so that its end
 * brings back those and no others. It ends once, by a person, and is never deleted.
 */
@Entity
class Suspension {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    private long enrolmentId;
    private long holdId;
    @Enumerated(EnumType.STRING)
    private SuspensionKind kind;
    private @Nullable String reason;
    private long begunBy;
    @Enumerated(EnumType.STRING)
    private Role begunRole;
    private Instant begunAt;
    private @Nullable Long endedBy;
    private @Nullable Instant endedAt;
    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Suspension() {
        // JPA
    }

    /** @param reason empty for none */
    Suspension(EnrolmentId enrolment, HoldId hold, SuspensionKind kind, String reason, By by, Instant at) {
        this.enrolmentId = enrolment.value();
        this.holdId = hold.value();
        this.kind = kind;
        this.reason = reason.isEmpty() ? null : reason;
        this.begunBy = by.account().value();
        this.begunRole = by.role();
        this.begunAt = at;
    }

    void end(AccountId by, Instant at) {
        if (endedAt != null) {
            throw new IllegalStateException("suspension " + id + " has ended");
        }
        endedBy = by.value();
        endedAt = at;
    }

    SuspensionId id() {
        return new SuspensionId(id);
    }

    EnrolmentId enrolment() {
        return new EnrolmentId(enrolmentId);
    }

    HoldId hold() {
        return new HoldId(holdId);
    }

    SuspensionKind kind() {
        return kind;
    }

    Instant begunAt() {
        return begunAt;
    }

    AccountId begunBy() {
        return new AccountId(begunBy);
    }

    Role begunRole() {
        return begunRole;
    }

    @Nullable AccountId endedBy() {
        return endedBy == null ? null : new AccountId(endedBy);
    }

    @Nullable Instant endedAt() {
        return endedAt;
    }
}
