package org.mentorportal.mentorship;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.command.CommandKey;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about mentees, and what mentees say. */
@Service
public class MentorshipService {

    private final Suspensions suspensions;
    private final Reactivations reactivations;
    private final Declining declining;
    private final NoShowAnswers noShowAnswers;
    private final LockedEnrolment locked;
    private final MentorshipAnswers answers;
    private final EnrolmentRepository enrolments;
    private final EnrolmentReader reader;
    private final Standings standings;
    private final CurrentActor actor;
    private final Clock clock;

    MentorshipService(Suspensions suspensions, Reactivations reactivations, Declining declining, NoShowAnswers noShowAnswers,
                      LockedEnrolment locked, MentorshipAnswers answers, EnrolmentRepository enrolments, EnrolmentReader reader,
                      Standings standings, CurrentActor actor, Clock clock) {
        this.suspensions = suspensions;
        this.reactivations = reactivations;
        this.declining = declining;
        this.noShowAnswers = noShowAnswers;
        this.locked = locked;
        this.answers = answers;
        this.enrolments = enrolments;
        this.reader = reader;
        this.standings = standings;
        this.actor = actor;
        this.clock = clock;
    }

    /** What suspending would cancel now; nothing if the person may not or it is suspended already. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<SuspensionPreview> suspensionPreview(EnrolmentId id, SuspensionKind kind) {
        return enrolments.findById(id.value()).flatMap(enrolment -> EnrolmentRights.asOneWhoSuspends(actor.get(), enrolment.people(), kind)
                .flatMap(by -> suspensions.preview(enrolment, by, clock.instant())));
    }

    /** Reprobating is for the lead mentor and admins; unsubscribing for the mentee too. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    public MentorshipOutcome suspend(SuspensionCommand.Begin command, CommandKey key) {
        return locked.run(command, key, command.enrolment(),
                (person, people) -> EnrolmentRights.asOneWhoSuspends(person, people, command.kind()),
                LockedEnrolment.STUDENT_ALONE, answers.of(command.enrolment()),
                (enrolment, by, run) -> suspensions.begin(command, enrolment, by, run));
    }

    /** What ending the suspension that holds would bring back and make; nothing if none holds or the person may not end it. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<ReactivationPreview> reactivationPreview(EnrolmentId id) {
        return enrolments.findById(id.value()).flatMap(enrolment -> reactivations.open(enrolment)
                .flatMap(open -> EnrolmentRights.asOneWhoSuspends(actor.get(), enrolment.people(), open.kind())
                        .filter(by -> Reactivations.mayEnd(open, by))
                        .map(by -> reactivations.preview(open, enrolment, by, clock.instant()))));
    }

    /** Reactivating is for the lead mentor and admins; resubscribing also for a mentee who unsubscribed themselves. */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    public MentorshipOutcome end(SuspensionCommand.End command, CommandKey key) {
        return locked.run(command, key, command.enrolment(),
                (person, people) -> EnrolmentRights.asOneWhoSuspends(person, people, command.kind()),
                reactivations::resources, answers.of(command.enrolment()),
                (enrolment, by, run) -> reactivations.end(command, enrolment, by, run));
    }

    /** The lead mentor's no to the question at the limit; the next no-show asks again. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public MentorshipOutcome decline(DeclineReprobation decline, CommandKey key) {
        return locked.run(decline, key, decline.enrolment(), EnrolmentRights::asLead, LockedEnrolment.STUDENT_ALONE,
                answers.of(decline.enrolment()), (enrolment, by, run) -> declining.run(decline, enrolment, by, run));
    }

    /** A mentee's note to a no-show of their own; the mentor decides. A second answer replaces the first. */
    @RolesAllowed("STUDENT")
    public AnswerOutcome answer(AnswerNoShow answer, CommandKey key) {
        return noShowAnswers.run(answer, key);
    }

    /** The enrolments of the student who asks, without all that belongs to them. */
    @RolesAllowed("STUDENT")
    @Transactional(readOnly = true)
    public List<EnrolmentDetails> enrolled() {
        return reader.ofStudent(actor.get().id());
    }

    /** The cycles of the student who asks, the latest first. */
    @RolesAllowed("STUDENT")
    @Transactional(readOnly = true)
    public List<Standing> mine() {
        return reader.ofStudent(actor.get().id()).stream()
                .sorted(Comparator.comparing((EnrolmentDetails one) -> one.cycle().firstDay()).reversed()).map(standings::of).toList();
    }
}
