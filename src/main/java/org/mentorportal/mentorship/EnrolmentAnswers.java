package org.mentorportal.mentorship;

import org.mentorportal.booking.HoldId;
import org.mentorportal.booking.Holds;
import org.mentorportal.command.Answers;
import org.mentorportal.command.Receipt;
import org.mentorportal.mentorship.EnrolmentOutcome.Done;
import org.mentorportal.mentorship.EnrolmentOutcome.Generated;
import org.mentorportal.mentorship.EnrolmentOutcome.NotDone;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** A repeat is given the enrolment as it is now; that of a generation, the list that was kept of it. */
@Component
class EnrolmentAnswers implements Answers<EnrolmentOutcome> {

    private final EnrolmentReader reader;
    private final Holds holds;

    EnrolmentAnswers(EnrolmentReader reader, Holds holds) {
        this.reader = reader;
        this.holds = holds;
    }

    @Override
    public EnrolmentOutcome refused(Refused why) {
        return new NotDone(why);
    }

    @Override
    public Receipt keep(EnrolmentOutcome success) {
        EnrolmentDetails enrolment = ((Done) success).enrolment();
        return new Receipt("DONE", enrolment.id().value(), enrolment.status().name(), enrolment.version());
    }

    @Override
    public EnrolmentOutcome again(Receipt first) {
        return new Done(reader.get(new EnrolmentId(first.subject())));
    }

    Answers<EnrolmentOutcome> ofGeneration(EnrolmentId enrolment) {
        return new Answers<>() {

            @Override
            public EnrolmentOutcome refused(Refused why) {
                return new NotDone(why);
            }

            @Override
            public Receipt keep(EnrolmentOutcome success) {
                var generated = (Generated) success;
                return new Receipt("GENERATED", generated.kept().value(), generated.enrolment().status().name(), generated.enrolment().version());
            }

            @Override
            public EnrolmentOutcome again(Receipt first) {
                var kept = new HoldId(first.subject());
                return new Generated(reader.get(enrolment), kept, holds.linesOf(kept));
            }
        };
    }
}
