package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.ui.RestoreLists;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.DeclineReprobation;
import org.mentorportal.mentorship.EnrolmentAction;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.ReactivationPreview;
import org.mentorportal.mentorship.SuspensionDetails;
import org.mentorportal.mentorship.SuspensionKind;
import org.mentorportal.mentorship.SuspensionPreview;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.Notices;
import org.mentorportal.shared.ui.ReasonField;
import org.springframework.stereotype.Component;

/** What can be decided about an enrolment: buttons that say what they will do, the dialog behind each, and what came of it. */
@Component
class EnrolmentActions {

    private final MentorshipService mentorship;
    private final PlanActions plans;
    private final MentorshipTexts texts;
    private final RestoreLists lists;
    private final CurrentActor actor;

    EnrolmentActions(MentorshipService mentorship, PlanActions plans, MentorshipTexts texts, RestoreLists lists, CurrentActor actor) {
        this.mentorship = mentorship;
        this.plans = plans;
        this.texts = texts;
        this.lists = lists;
        this.actor = actor;
    }

    /** What the buttons of this enrolment are to say. */
    WhatIf whatIf(EnrolmentDetails enrolment) {
        Set<EnrolmentAction> actions = enrolment.actions();
        boolean suspends = actions.contains(EnrolmentAction.REPROBATE) || actions.contains(EnrolmentAction.UNSUBSCRIBE);
        boolean ends = actions.contains(EnrolmentAction.REACTIVATE) || actions.contains(EnrolmentAction.RESUBSCRIBE);
        return new WhatIf(suspends ? mentorship.suspensionPreview(enrolment.id(), SuspensionKind.UNSUBSCRIBED)
                .map(SuspensionPreview::bookings).orElse(List.of()) : List.of(),
                ends ? mentorship.reactivationPreview(enrolment.id()).map(ReactivationPreview::lines).orElse(List.of()) : List.of());
    }

    /** @param changed runs after each change */
    ActionBar bar(Runnable changed) {
        return new ActionBar(this, changed);
    }

    /** Those of {@code wanted} that the person may do, in that order, each in a bar of its own that is made anew with them. */
    ActionBar buttons(EnrolmentDetails enrolment, WhatIf whatIf, Runnable changed, List<EnrolmentAction> wanted) {
        return bar(changed).show(enrolment, whatIf, wanted);
    }

    /** What the button of {@code action} says it will do. */
    String label(EnrolmentAction action, WhatIf whatIf) {
        return switch (action) {
            case PLAN -> texts.get("mentee.plan-edit");
            case GENERATE -> texts.get("mentee.generate");
            case DECLINE -> texts.get("mentee.decline");
            case REPROBATE -> texts.get("mentee.reprobate", whatIf.cancelled().size());
            case UNSUBSCRIBE -> texts.get("mentee.unsubscribe", whatIf.cancelled().size());
            case REACTIVATE -> ending("mentee.reactivate", whatIf);
            case RESUBSCRIBE -> ending("mentee.resubscribe", whatIf);
        };
    }

    /** Opens the dialog of {@code action}. */
    void open(EnrolmentAction action, EnrolmentDetails enrolment, Runnable changed) {
        switch (action) {
            case PLAN -> plans.edit(enrolment, changed);
            case GENERATE -> plans.generate(enrolment, changed);
            case DECLINE -> decline(enrolment, changed);
            case REPROBATE -> suspend(enrolment, SuspensionKind.REPROBATED, changed);
            case UNSUBSCRIBE -> suspend(enrolment, SuspensionKind.UNSUBSCRIBED, changed);
            case REACTIVATE, RESUBSCRIBE -> end(enrolment, changed);
        }
    }

    private String ending(String key, WhatIf whatIf) {
        return texts.get(key, WhatIf.restored(whatIf.back()), WhatIf.made(whatIf.back()));
    }

    private boolean isOwn(EnrolmentDetails enrolment) {
        return enrolment.student().equals(actor.get().id());
    }

    private void suspend(EnrolmentDetails enrolment, SuspensionKind kind, Runnable changed) {
        mentorship.suspensionPreview(enrolment.id(), kind).ifPresentOrElse(preview ->
                new SuspendDialog(texts, preview, kind, isOwn(enrolment), mentorship::suspend, outcome -> ended(outcome, changed)).open(),
                () -> changedMeanwhile(changed));
    }

    private void end(EnrolmentDetails enrolment, Runnable changed) {
        Optional<ReactivationPreview> preview = mentorship.reactivationPreview(enrolment.id());
        SuspensionDetails open = preview.map(now -> now.enrolment().suspension()).orElse(null);
        if (preview.isEmpty() || open == null) {
            changedMeanwhile(changed);
            return;
        }
        new EndDialog(texts, lists, preview.get(), open, isOwn(enrolment), mentorship::end, outcome -> ended(outcome, changed)).open();
    }

    private void decline(EnrolmentDetails enrolment, Runnable changed) {
        var sending = new Sender<DeclineReprobation>();
        var reason = new ReasonField(texts.get("decline.reason"), texts.get("decline.reason-help"), null);
        new AskDialog(texts, texts.get("decline.title", enrolment.studentName()), List.of(new Paragraph(texts.get("decline.meaning"))),
                Optional.of(reason), texts.get("decline.back"), texts.get("decline.now"), AskDialog.Look.PRIMARY, text -> {
                    MentorshipOutcome outcome = sending.send(new DeclineReprobation(enrolment.id(), text), mentorship::decline);
                    Optional<Refused> refused = outcome.refusal();
                    if (refused.isEmpty()) {
                        ended(outcome, changed);
                    }
                    return refused;
                }).open();
    }

    private void changedMeanwhile(Runnable changed) {
        Notices.refused(texts.get("mentee.changed-meanwhile"));
        changed.run();
    }

    /** What has a list of bookings to it has said it in its own dialog. */
    private void ended(MentorshipOutcome outcome, Runnable changed) {
        switch (outcome) {
            case MentorshipOutcome.Suspended suspended -> say(suspended.cancelled().isEmpty(), suspended.enrolment(), "mentee.own-suspended",
                    "mentee.suspended." + suspended.enrolment().status());
            case MentorshipOutcome.Reactivated reactivated -> say(reactivated.lines().isEmpty(), reactivated.enrolment(), "mentee.own-active",
                    "mentee.active");
            case MentorshipOutcome.Declined declined -> Notices.done(texts.get("mentee.declined", declined.enrolment().studentName()));
            case MentorshipOutcome.AlreadySo already -> Notices.done(texts.get("mentee.already", already.who(),
                    texts.formats().ago(already.at())));
            case MentorshipOutcome.NotDone(Refused why) -> Notices.refused(texts.refusal(why));
        }
        changed.run();
    }

    private void say(boolean alone, EnrolmentDetails enrolment, String toMentee, String toStaff) {
        if (alone) {
            Notices.done(isOwn(enrolment) ? texts.get(toMentee, enrolment.cycle().name()) : texts.get(toStaff, enrolment.studentName()));
        }
    }
}
