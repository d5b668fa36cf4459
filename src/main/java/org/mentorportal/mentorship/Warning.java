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
import org.mentorportal.booking.BookingId;
import org.mentorportal.shared.AccountId;

/**
 * What a no-show left on an enrolment: one for each booking, raised with the mark and withdrawn with its reset, as often as
 * the mark comes and goes. It counts while it is raised and no reactivation has settled it; what it led to and what settled
 * it are kept by SQL for all that count at once, and never change back.
 */
@Entity
class Warning {

    enum Status {
        RAISED, WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    private long enrolmentId;
    private long bookingId;
    @Enumerated(EnumType.STRING)
    private Status status;
    private long raisedBy;
    private Instant raisedAt;
    private @Nullable String answer;
    private @Nullable Instant answeredAt;
    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected Warning() {
        // JPA
    }

    Warning(EnrolmentId enrolment, BookingId booking, AccountId by, Instant at) {
        this.enrolmentId = enrolment.value();
        this.bookingId = booking.value();
        this.status = Status.RAISED;
        this.raisedBy = by.value();
        this.raisedAt = at;
    }

    void raiseAgain(AccountId by, Instant at) {
        status = Status.RAISED;
        raisedBy = by.value();
        raisedAt = at;
    }

    void withdraw() {
        status = Status.WITHDRAWN;
    }

    void answer(String text, Instant at) {
        answer = text;
        answeredAt = at;
    }

    boolean isRaised() {
        return status == Status.RAISED;
    }

    WarningId id() {
        return new WarningId(id);
    }

    EnrolmentId enrolment() {
        return new EnrolmentId(enrolmentId);
    }

    BookingId booking() {
        return new BookingId(bookingId);
    }

    AccountId raisedBy() {
        return new AccountId(raisedBy);
    }

    @Nullable String answer() {
        return answer;
    }

    Status status() {
        return status;
    }

    int version() {
        return version;
    }
}
