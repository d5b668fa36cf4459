package org.mentorportal.mentorship;

import java.util.Optional;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.command.Answers;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.mentorship.AnswerOutcome.AlreadySo;
import org.mentorportal.mentorship.AnswerOutcome.Answered;
import org.mentorportal.mentorship.AnswerOutcome.NotDone;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a mentee says to a no-show, for those who marked it and who decide. */
@Component
class NoShowAnswers implements Answers<AnswerOutcome> {

    private static final int LONGEST = 300;

    private final WarningRepository warnings;
    private final WarningReader reader;
    private final EnrolmentRepository enrolments;
    private final Commands commands;
    private final AuditTrail trail;
    private final MentorshipChanges changes;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;

    NoShowAnswers(WarningRepository warnings, WarningReader reader, EnrolmentRepository enrolments, Commands commands, AuditTrail trail,
                  MentorshipChanges changes, ApplicationEventPublisher events, CurrentActor actor) {
        this.warnings = warnings;
        this.reader = reader;
        this.enrolments = enrolments;
        this.commands = commands;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
        this.actor = actor;
    }

    AnswerOutcome run(AnswerNoShow answer, CommandKey key) {
        Actor person = actor.get();
        Optional<By> by = warnings.findById(answer.warning().value())
                .map(warning -> enrolments.findById(warning.enrolment().value()).orElseThrow())
                .flatMap(enrolment -> EnrolmentRights.asMentee(person, enrolment.people()));
        return by.isEmpty() ? refused(Refused.because(MentorshipRule.UNKNOWN_WARNING))
                : commands.run(answer, key, person, Locks.of(person.id()), this, run -> answered(answer, by.get(), run));
    }

    private AnswerOutcome answered(AnswerNoShow answer, By by, CommandRun run) {
        Warning warning = warnings.findById(answer.warning().value()).orElseThrow();
        if (answer.text().equals(warning.answer())) {
            return new AlreadySo(reader.get(warning.id()));
        }
        if (!warning.isRaised()) {
            return refused(Refused.because(MentorshipRule.WARNING_WITHDRAWN));
        }
        return answer.text().isEmpty() || answer.text().length() > LONGEST ? refused(Refused.because(MentorshipRule.ANSWER_LENGTH, LONGEST))
                : written(answer, warning, by, run);
    }

    private AnswerOutcome written(AnswerNoShow answer, Warning warning, By by, CommandRun run) {
        warning.answer(answer.text(), run.at());
        warnings.saveAndFlush(warning);
        Enrolment enrolment = enrolments.findById(warning.enrolment().value()).orElseThrow();
        trail.append(EnrolmentHistory.event(warning, warning.status(), by, run).withReason(answer.text()));
        events.publishEvent(new NoShowAnswered(warning.id(), enrolment.id(), warning.booking(), warning.raisedBy(), enrolment.lead(),
                answer.text(), by, run.at()));
        changes.enrolment(enrolment.student(), enrolment.lead());
        return new Answered(reader.get(warning.id()));
    }

    @Override
    public AnswerOutcome refused(Refused why) {
        return new NotDone(why);
    }

    @Override
    public Receipt keep(AnswerOutcome success) {
        WarningDetails warning = ((Answered) success).warning();
        return new Receipt("ANSWERED", warning.id().value(), warning.state().name(), warning.version());
    }

    @Override
    public AnswerOutcome again(Receipt first) {
        return new Answered(reader.get(new WarningId(first.subject())));
    }
}
