package org.mentorportal.mentorship;

import java.util.List;
import java.util.Optional;
import org.mentorportal.booking.HoldId;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.shared.Outcome;
import org.mentorportal.shared.Refused;

/** What came of enrolling a student, or of planning and filling their weeks. */
public sealed interface EnrolmentOutcome extends Outcome {

    /** It was done now, or by an earlier sending of the same command; the enrolment is as it stands now. */
    record Done(EnrolmentDetails enrolment) implements EnrolmentOutcome {
    }

    /**
     * @param kept  under which the list is kept, so that a repeat has the same
     * @param lines what was made, what not and why, by start
     */
    record Generated(EnrolmentDetails enrolment, HoldId kept, List<RestoreLine> lines) implements EnrolmentOutcome {
    }

    /** The period has nothing that is still to be filled, and nothing changed. */
    record NothingToFill(EnrolmentDetails enrolment, List<RestoreLine> lines) implements EnrolmentOutcome {
    }

    /** It was so already, and nothing changed. */
    record AlreadySo(EnrolmentDetails enrolment) implements EnrolmentOutcome {
    }

    /**
     * Somebody changed the enrolment since the person looked at it, and nothing was done.
     *
     * @param since what was changed, the oldest first
     */
    record Stale(EnrolmentDetails current, List<EnrolmentChange> since) implements EnrolmentOutcome {
    }

    record NotDone(Refused why) implements EnrolmentOutcome {
    }

    @Override
    default boolean changedNothing() {
        return !(this instanceof Done || this instanceof Generated);
    }

    @Override
    default Optional<Refused> refusal() {
        return switch (this) {
            case NotDone no -> Optional.of(no.why);
            case Stale stale -> Optional.of(Refused.because(MentorshipRule.ENROLMENT_CHANGED));
            case Done done -> Optional.empty();
            case Generated generated -> Optional.empty();
            case NothingToFill nothing -> Optional.empty();
            case AlreadySo already -> Optional.empty();
        };
    }
}
