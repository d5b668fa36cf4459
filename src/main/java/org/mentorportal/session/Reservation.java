package org.mentorportal.session;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;

/**
 * A booking's place in a live session. {@link SessionStore} makes it when the booking is approved, gives it up and takes it
 * again with the booking. Once the session has ended a person marks what became of it, and may take the mark back.
 */
@Entity
class Reservation {

    @Id
    private long id;
    private long bookingId;
    private long resourceId;
    private long studentId;
    private Instant endsAt;
    private boolean marks;
    @Enumerated(EnumType.STRING)
    private ReservationStatus status;
    @Enumerated(EnumType.STRING)
    private @Nullable Mark mark;
    private @Nullable Long markedBy;
    @Enumerated(EnumType.STRING)
    private @Nullable Role markedRole;
    private @Nullable Instant markedAt;
    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Reservation() {
        // JPA; rows are made by SessionStore
    }

    Optional<Refused> mark(Mark given, By by, Instant at) {
        if (!marks) {
            return Optional.of(Refused.because(SessionRuleId.NO_ATTENDANCE, given));
        }
        if (status != ReservationStatus.HELD) {
            return Optional.of(Refused.because(SessionRuleId.PLACE_GIVEN_UP, given));
        }
        if (at.isBefore(endsAt)) {
            return Optional.of(Refused.because(SessionRuleId.NOT_ENDED, given, endsAt));
        }
        if (mark != null && markedAt != null) {
            return Optional.of(Refused.because(SessionRuleId.ALREADY_MARKED, given, mark, markedAt));
        }
        stamp(given, by.account().value(), by.role(), at);
        return Optional.empty();
    }

    /** @return the mark until now; nothing if there is none to take back */
    Optional<Mark> reset() {
        Optional<Mark> was = mark();
        stamp(null, null, null, null);
        return was;
    }

    private void stamp(@Nullable Mark given, @Nullable Long by, @Nullable Role role, @Nullable Instant at) {
        mark = given;
        markedBy = by;
        markedRole = role;
        markedAt = at;
    }

    Optional<Mark> mark() {
        return Optional.ofNullable(mark);
    }

    ReservationId id() {
        return new ReservationId(id);
    }

    ResourceId resource() {
        return new ResourceId(resourceId);
    }

    AccountId student() {
        return new AccountId(studentId);
    }

    int version() {
        return version;
    }

    /** In the trail, where a mark is a state of its own. */
    static Subject subject(ReservationId reservation) {
        return new Subject("reservation", reservation.value());
    }
}
