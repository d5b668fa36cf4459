package org.mentorportal.mentorship;

import org.mentorportal.audit.AuditTrail;
import java.util.Optional;
import java.util.Set;
import org.mentorportal.booking.Reason;
import org.mentorportal.command.CommandRun;
import org.mentorportal.mentorship.EnrolmentChange.EnrolmentPart;
import org.mentorportal.mentorship.MentorshipOutcome.Declined;
import org.mentorportal.mentorship.MentorshipOutcome.NotDone;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.springframework.stereotype.Component;

/** The lead mentor's no to a reprobation. */
@Component
class Declining {

    private final EnrolmentRepository enrolments;
    private final EnrolmentReader reader;
    private final AuditTrail trail;
    private final MentorshipChanges changes;

    Declining(EnrolmentRepository enrolments, EnrolmentReader reader, AuditTrail trail, MentorshipChanges changes) {
        this.enrolments = enrolments;
        this.reader = reader;
        this.trail = trail;
        this.changes = changes;
    }

    MentorshipOutcome run(DeclineReprobation decline, Enrolment enrolment, By by, CommandRun run) {
        if (!reader.get(enrolment.id()).questionOpen()) {
            return new NotDone(Refused.because(MentorshipRule.NO_QUESTION));
        }
        Optional<Refused> tooLong = Reason.tooLong(decline.reason());
        if (tooLong.isPresent()) {
            return new NotDone(tooLong.get());
        }
        enrolment.decline(run.at());
        enrolments.flush();
        trail.append(EnrolmentHistory.event(enrolment, enrolment.status(), by, run).withChanged(Set.of(EnrolmentPart.QUESTION))
                .withReason(decline.reason().isEmpty() ? null : decline.reason()));
        changes.enrolment(enrolment.student(), enrolment.lead());
        return new Declined(reader.get(enrolment.id()));
    }
}
