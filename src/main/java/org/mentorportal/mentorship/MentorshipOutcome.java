package org.mentorportal.mentorship;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.HoldId;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of a decision about an enrolment. */
public sealed interface MentorshipOutcome extends Outcome {

    /** @param cancelled what the suspension cancelled and still holds, by start; a preview's list may have changed since */
    record Suspended(EnrolmentDetails enrolment, HoldId hold, List<BookingDetails> cancelled) implements MentorshipOutcome {
    }

    /** @param lines what came back, what not and why, and what was newly made; a repeat has the same */
    record Reactivated(EnrolmentDetails enrolment, HoldId hold, List<RestoreLine> lines) implements MentorshipOutcome {
    }

    record Declined(EnrolmentDetails enrolment) implements MentorshipOutcome {
    }

    /** Somebody did it before, and nothing changed. */
    record AlreadySo(EnrolmentDetails enrolment, String who, Instant at) implements MentorshipOutcome {
    }

    record NotDone(Refused why) implements MentorshipOutcome {
    }

    @Override
    default boolean changedNothing() {
        return this instanceof NotDone || this instanceof AlreadySo;
    }

    @Override
    default Optional<Refused> refusal() {
        return this instanceof NotDone(Refused why) ? Optional.of(why) : Optional.empty();
    }
}
