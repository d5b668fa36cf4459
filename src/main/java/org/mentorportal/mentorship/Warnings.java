package org.mentorportal.mentorship;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.BookingId;
import org.mentorportal.command.CommandRun;
import org.mentorportal.session.AttendanceMarked;
import org.mentorportal.session.AttendanceQuestion;
import org.mentorportal.session.AttendanceReset;
import org.mentorportal.session.Consequences;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.By;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a no-show on an enrolment leaves, inside the command that marks it; that command holds the student's lock. More than a
 * warning and a question it is never: only a person decides.
 */
@Component
class Warnings implements Consequences {

    private final WarningRepository warnings;
    private final WarningReader warningReader;
    private final EnrolmentRepository enrolments;
    private final EnrolmentReader reader;
    private final AuditTrail trail;
    private final MentorshipChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Warnings(WarningRepository warnings, WarningReader warningReader, EnrolmentRepository enrolments, EnrolmentReader reader, AuditTrail trail,
             MentorshipChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.warnings = warnings;
        this.warningReader = warningReader;
        this.enrolments = enrolments;
        this.reader = reader;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void on(AttendanceMarked marked) {
        if (marked.mark() == Mark.NO_SHOW) {
            Optional<Warning> before = warnings.findByBookingId(marked.booking().value());
            if (before.isPresent()) {
                raisedAgain(before.get(), marked.by(), marked.run());
            } else {
                LocalDate day = LocalDate.ofInstant(marked.start(), clock.getZone());
                enrolments.findCovering(marked.student().value(), marked.service().value(), day)
                        .ifPresent(enrolment -> raised(enrolment, marked.booking(), marked.by(), marked.run()));
            }
        }
    }

    private void raised(Enrolment enrolment, BookingId booking, By by, CommandRun run) {
        Warning warning = warnings.saveAndFlush(new Warning(enrolment.id(), booking, by.account(), run.at()));
        trail.append(run.event(by, EnrolmentHistory.subject(warning.id()), warning.version(), null, warning.status().name())
                .withFacts(Map.of("enrolment", enrolment.id(), "booking", booking)));
        tellRaised(warning, enrolment, by, run);
    }

    private void raisedAgain(Warning warning, By by, CommandRun run) {
        Warning.Status before = warning.status();
        warning.raiseAgain(by.account(), run.at());
        warnings.saveAndFlush(warning);
        trail.append(EnrolmentHistory.event(warning, before, by, run));
        tellRaised(warning, enrolments.findById(warning.enrolment().value()).orElseThrow(), by, run);
    }

    private void tellRaised(Warning warning, Enrolment enrolment, By by, CommandRun run) {
        events.publishEvent(new WarningRaised(warning.id(), enrolment.id(), warning.booking(), enrolment.student(), by, run.at()));
        if (reader.get(enrolment.id()).questionOpen()) {
            events.publishEvent(new LimitReached(enrolment.id(), warning.booking(), enrolment.student(), enrolment.lead(), by, run.at()));
        }
        changes.enrolment(enrolment.student(), enrolment.lead());
    }

    @EventListener
    void on(AttendanceReset reset) {
        if (reset.was() == Mark.NO_SHOW) {
            warnings.findByBookingId(reset.booking().value()).filter(Warning::isRaised)
                    .ifPresent(warning -> withdrawn(warning, reset.by(), reset.run()));
        }
    }

    private void withdrawn(Warning warning, By by, CommandRun run) {
        Enrolment enrolment = enrolments.findById(warning.enrolment().value()).orElseThrow();
        Warning.Status before = warning.status();
        warning.withdraw();
        warnings.saveAndFlush(warning);
        trail.append(EnrolmentHistory.event(warning, before, by, run));
        events.publishEvent(new WarningWithdrawn(warning.id(), enrolment.id(), warning.booking(), enrolment.student(), by, run.at()));
        changes.enrolment(enrolment.student(), enrolment.lead());
    }

    /** Only for those who may decide: the lead mentor and admins. */
    @Override
    public List<AttendanceQuestion> after(BookingId booking) {
        return warningReader.of(booking).flatMap(warning -> question(warning, reader.get(warning.enrolment()))).stream().toList();
    }

    private static Optional<AttendanceQuestion> question(WarningDetails warning, EnrolmentDetails enrolment) {
        Set<EnrolmentAction> may = enrolment.actions();
        SuspensionDetails open = enrolment.suspension();
        if (may.contains(EnrolmentAction.DECLINE)) {
            return Optional.of(new AttendanceQuestion(AttendanceQuestion.Kind.LIMIT_REACHED, enrolment.id().value()));
        }
        boolean ledTo = open != null && open.id().equals(warning.ledTo()) && warning.state() == WarningDetails.State.WITHDRAWN;
        return ledTo && may.contains(EnrolmentAction.REACTIVATE)
                ? Optional.of(new AttendanceQuestion(AttendanceQuestion.Kind.LED_TO_SUSPENSION, enrolment.id().value())) : Optional.empty();
    }
}
