package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mentorportal.booking.ui.RestoreLists;
import org.mentorportal.mentorship.EnrolmentAction;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.MenteePage;
import org.mentorportal.mentorship.PlanEntry;
import org.mentorportal.mentorship.SuspensionDetails;

/** The parts of a mentee's page, each made of what is known of the mentee; nothing where there is nothing to say. */
@org.springframework.stereotype.Component
class MenteeParts {

    private final MentorshipTexts texts;
    private final EnrolmentActions actions;
    private final TakingBack takingBack;
    private final RestoreLists lists;

    MenteeParts(MentorshipTexts texts, EnrolmentActions actions, TakingBack takingBack, RestoreLists lists) {
        this.texts = texts;
        this.actions = actions;
        this.takingBack = takingBack;
        this.lists = lists;
    }

    /** @param whatIf what the buttons say */
    record Shown(MenteePage page, WhatIf whatIf) {

        EnrolmentDetails enrolment() {
            return page.enrolment();
        }
    }

    WhatIf whatIf(EnrolmentDetails enrolment) {
        return actions.whatIf(enrolment);
    }

    /** At the limit: what reprobation would cancel, and the way not to. */
    Optional<Section> question(Shown shown, Runnable changed) {
        EnrolmentDetails enrolment = shown.enrolment();
        if (!enrolment.actions().contains(EnrolmentAction.DECLINE)) {
            return Optional.empty();
        }
        int count = shown.whatIf.cancelled().size();
        var card = card(texts.get("mentee.question", enrolment.warnings(), enrolment.cycle().noShowLimit()),
                verdict(texts.get("mentee.question-text", enrolment.studentName(), count)),
                new BookingLines(texts, shown.whatIf.cancelled(), texts.get("suspend.would-cancel", count)),
                muted(texts.get("mentee.question-later")),
                buttons(shown, changed, List.of(EnrolmentAction.DECLINE, EnrolmentAction.REPROBATE)));
        card.addClassName("decision");
        return Optional.of(card);
    }

    /** The no-show that led to the suspension was taken back: what lifting would restore. */
    Optional<Section> lift(Shown shown, Runnable changed) {
        EnrolmentDetails enrolment = shown.enrolment();
        if (!enrolment.groundWithdrawn() || !enrolment.actions().contains(EnrolmentAction.REACTIVATE)) {
            return Optional.empty();
        }
        var card = card(texts.get("mentee.lift"), verdict(texts.get("mentee.lift-text", enrolment.studentName())),
                lists.of(shown.whatIf.back(), false), muted(texts.get("mentee.lift-later")),
                buttons(shown, changed, List.of(EnrolmentAction.REACTIVATE)));
        card.addClassName("decision");
        return Optional.of(card);
    }

    Optional<Section> status(Shown shown, Runnable changed) {
        EnrolmentDetails enrolment = shown.enrolment();
        SuspensionDetails open = enrolment.suspension();
        var card = card(texts.get("mentee.standing"), new Div(texts.chip(enrolment.status())), new WarningCount(texts, enrolment));
        if (open == null) {
            card.add(muted(texts.get(enrolment.questionOpen() ? "mentee.status-question" : enrolment.untilLimit() == 0
                    ? "mentee.status-declined" : "mentee.status-active", enrolment.untilLimit())));
        } else {
            card.add(new SuspensionFacts(texts, open, ""));
        }
        var here = new ArrayList<>(List.of(EnrolmentAction.UNSUBSCRIBE, EnrolmentAction.RESUBSCRIBE));
        if (!enrolment.actions().contains(EnrolmentAction.DECLINE)) {
            here.add(EnrolmentAction.REPROBATE);
        }
        if (!enrolment.groundWithdrawn()) {
            here.add(EnrolmentAction.REACTIVATE);
        }
        card.add(buttons(shown, changed, here));
        return Optional.of(card);
    }

    Optional<Section> plan(Shown shown, Runnable changed) {
        var card = card(texts.get("mentee.plan"));
        if (shown.page.plan().isEmpty()) {
            card.add(muted(texts.get("mentee.plan-none")));
        } else {
            var list = new UnorderedList(shown.page.plan().stream().map(this::time).toArray(ListItem[]::new));
            list.addClassName("plan");
            card.add(list);
        }
        card.add(buttons(shown, changed, shown.page.plan().isEmpty() ? List.of(EnrolmentAction.PLAN)
                : List.of(EnrolmentAction.PLAN, EnrolmentAction.GENERATE)));
        return Optional.of(card);
    }

    private ListItem time(PlanEntry entry) {
        var when = new Span(texts.weekday(entry.weekday()) + ", " + texts.formats().time(entry.time()));
        when.addClassName("strong");
        return new ListItem(when, new Span(texts.title(entry.service())));
    }

    Optional<Section> warnings(Shown shown, Runnable changed) {
        return Optional.of(card(texts.get("mentee.warnings-title"), shown.page.warnings().isEmpty() ? muted(texts.get("mentee.warnings-none"))
                : new WarningList(texts, shown.page.warnings(), warning -> takingBack.button(warning, shown.enrolment(), changed))));
    }

    Optional<Section> suspensions(Shown shown, Runnable changed) {
        return shown.page.held().isEmpty() && shown.page.past().isEmpty() ? Optional.empty()
                : Optional.of(card(texts.get("mentee.suspensions"), new SuspensionHistory(texts, lists, shown.page)));
    }

    Optional<Section> attendance(Shown shown, Runnable changed) {
        return Optional.of(card(texts.get("mentee.history"), shown.page.history().isEmpty() ? muted(texts.get("mentee.history-none"))
                : new Folded(texts, shown.page.history().stream().map(booking -> new AttendanceRow(texts, booking)).toList())));
    }

    private Div buttons(Shown shown, Runnable changed, List<EnrolmentAction> wanted) {
        var buttons = new Div(wanted.stream().filter(shown.enrolment().actions()::contains)
                .map(action -> actions.button(action, shown.enrolment(), shown.whatIf, changed)).toArray(Component[]::new));
        buttons.addClassName("choices-of");
        return buttons;
    }

    private static Section card(String title, Component... content) {
        var card = new Section(new H2(title));
        card.add(content);
        card.addClassNames("card", "stack");
        return card;
    }

    private static Paragraph verdict(String text) {
        var verdict = new Paragraph(text);
        verdict.addClassNames("verdict", "warn");
        return verdict;
    }

    private static Paragraph muted(String text) {
        var muted = new Paragraph(text);
        muted.addClassName("muted");
        return muted;
    }
}
