package org.mentorportal.mentorship;

import org.mentorportal.booking.HoldId;
import org.mentorportal.booking.Holds;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.mentorship.MentorshipOutcome.AlreadySo;
import org.mentorportal.mentorship.MentorshipOutcome.Declined;
import org.mentorportal.mentorship.MentorshipOutcome.NotDone;
import org.mentorportal.mentorship.MentorshipOutcome.Reactivated;
import org.mentorportal.mentorship.MentorshipOutcome.Suspended;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** A repeat is given the enrolment as it is now, and the list of the suspension that it was about. */
@Component
class MentorshipAnswers {

    private static final String SUSPENDED = "SUSPENDED";
    private static final String REACTIVATED = "REACTIVATED";
    private static final String DECLINED = "DECLINED";

    private final EnrolmentReader reader;
    private final Holds holds;

    MentorshipAnswers(EnrolmentReader reader, Holds holds) {
        this.reader = reader;
        this.holds = holds;
    }

    Answers<MentorshipOutcome> of(EnrolmentId enrolment) {
        return new Answers<>() {

            @Override
            public MentorshipOutcome refused(Refused why) {
                return new NotDone(why);
            }

            @Override
            public Receipt keep(MentorshipOutcome success) {
                return switch (success) {
                    case Suspended done -> receipt(SUSPENDED, done.hold().value(), done.enrolment());
                    case Reactivated done -> receipt(REACTIVATED, done.hold().value(), done.enrolment());
                    case Declined done -> receipt(DECLINED, enrolment.value(), done.enrolment());
                    case AlreadySo already -> throw new IllegalArgumentException("nothing was done");
                    case NotDone no -> throw new IllegalArgumentException("nothing was done");
                };
            }

            @Override
            public MentorshipOutcome again(Receipt first) {
                EnrolmentDetails now = reader.get(enrolment);
                return switch (first.outcome()) {
                    case SUSPENDED -> new Suspended(now, new HoldId(first.subject()), holds.cancelledBy(new HoldId(first.subject())));
                    case REACTIVATED -> new Reactivated(now, new HoldId(first.subject()), holds.linesOf(new HoldId(first.subject())));
                    case DECLINED -> new Declined(now);
                    default -> throw new IllegalStateException("an unknown receipt: " + first.outcome());
                };
            }
        };
    }

    private static Receipt receipt(String outcome, long subject, EnrolmentDetails enrolment) {
        return new Receipt(outcome, subject, enrolment.status().name(), enrolment.version());
    }
}
