package org.mentorportal.booking;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.shared.AccountId;

/**
 * A time in which a resource, or the whole school, cannot be booked. Its {@code hold} is what it is to the bookings that it
 * cancelled. It ends by being lifted and is never deleted.
 */
@Entity
class Closure {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    private long holdId;
    private @Nullable Long resourceId;
    private Instant startsAt;
    private Instant endsAt;
    private String reason;
    private long closedBy;
    private Instant closedAt;
    private @Nullable Long liftedBy;
    private @Nullable Instant liftedAt;
    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Closure() {
        // JPA
    }

    Closure(HoldId hold, CloseResource details, AccountId by, Instant at) {
        this.holdId = hold.value();
        this.resourceId = details.resource() == null ? null : details.resource().value();
        this.startsAt = details.from();
        this.endsAt = details.to();
        this.reason = details.reason();
        this.closedBy = by.value();
        this.closedAt = at;
    }

    /** @return false if it was lifted before: then nothing changes */
    boolean lift(AccountId by, Instant at) {
        if (liftedAt != null) {
            return false;
        }
        liftedBy = by.value();
        liftedAt = at;
        return true;
    }

    boolean isLifted() {
        return liftedAt != null;
    }

    HoldId hold() {
        return new HoldId(holdId);
    }

    ClosureId id() {
        return new ClosureId(id);
    }

    @Nullable ResourceId resource() {
        return resourceId == null ? null : new ResourceId(resourceId);
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    String reason() {
        return reason;
    }

    AccountId closedBy() {
        return new AccountId(closedBy);
    }

    Instant closedAt() {
        return closedAt;
    }

    int version() {
        return version;
    }
}
