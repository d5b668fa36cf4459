package org.mentorportal.trail;

import java.util.Optional;
import java.util.Set;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.springframework.stereotype.Component;

/** What became of mentees: enrolment, plan, warnings, suspensions and their end. */
@Component
class MenteeSentences implements Sentences {

    enum EnrolmentDeed {
        ENROLLED, REPROBATED, UNSUBSCRIBED_OWN, UNSUBSCRIBED, REACTIVATED, RESUBSCRIBED_OWN, RESUBSCRIBED, PLANNED, DECLINED
    }

    enum WarningDeed {
        RAISED, RAISED_AGAIN, WITHDRAWN, ANSWERED
    }

    @Override
    public Set<String> kinds() {
        return Set.of("enrolment", "warning");
    }

    @Override
    public String of(RecordedEvent event, Told told) {
        return event.subject().type().equals("warning") ? warning(event, told) : enrolment(event, told);
    }

    private static String enrolment(RecordedEvent event, Told told) {
        History enrolment = told.own(event);
        boolean own = event.by().account().value() == enrolment.number("student");
        return told.words().of(deed(event, own), told.who(event), told.cycle(enrolment.need("cycle")), told.account(enrolment.need("student")),
                told.account(enrolment.need("lead")));
    }

    private static EnrolmentDeed deed(RecordedEvent event, boolean own) {
        if (event.from() == null) {
            return EnrolmentDeed.ENROLLED;
        }
        if (!event.changedTheState()) {
            return event.facts().containsKey("plan") ? EnrolmentDeed.PLANNED : EnrolmentDeed.DECLINED;
        }
        return switch (EnrolmentStatus.valueOf(event.to())) {
            case REPROBATED -> EnrolmentDeed.REPROBATED;
            case UNSUBSCRIBED -> own ? EnrolmentDeed.UNSUBSCRIBED_OWN : EnrolmentDeed.UNSUBSCRIBED;
            case ACTIVE -> event.from().equals(EnrolmentStatus.REPROBATED.name()) ? EnrolmentDeed.REACTIVATED
                    : own ? EnrolmentDeed.RESUBSCRIBED_OWN : EnrolmentDeed.RESUBSCRIBED;
        };
    }

    private static String warning(RecordedEvent event, Told told) {
        Optional<History> enrolment = told.other("enrolment", event);
        Optional<History> booking = told.other("booking", event);
        return told.words().of(deed(event), told.who(event), enrolment.map(known -> told.cycle(known.need("cycle"))).orElse("#"),
                enrolment.map(known -> told.account(known.need("student"))).orElse("#"), booking.map(told::place).orElse("#"),
                booking.map(told::when).orElse("#"));
    }

    private static WarningDeed deed(RecordedEvent event) {
        if (event.from() == null) {
            return WarningDeed.RAISED;
        }
        if (!event.changedTheState()) {
            return WarningDeed.ANSWERED;
        }
        return event.to().equals("RAISED") ? WarningDeed.RAISED_AGAIN : WarningDeed.WITHDRAWN;
    }
}
