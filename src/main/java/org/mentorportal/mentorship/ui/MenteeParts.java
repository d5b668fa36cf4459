package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
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
    private final Clock clock;

    MenteeParts(MentorshipTexts texts, EnrolmentActions actions, TakingBack takingBack, RestoreLists lists, Clock clock) {
        this.texts = texts;
        this.actions = actions;
        this.takingBack = takingBack;
        this.lists = lists;
        this.clock = clock;
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

    ActionBar bar(Runnable changed) {
        return actions.bar(changed);
    }

    Optional<Card> status(Shown shown, ActionBar bar) {
        EnrolmentDetails enrolment = shown.enrolment();
        SuspensionDetails open = enrolment.suspension();
        var card = new Card(texts.get("mentee.standing"), new Div(texts.chip(enrolment.status())), new WarningCount(texts, enrolment));
        if (open == null) {
            card.add(Card.muted(texts.get(enrolment.questionOpen() ? "mentee.status-question" : enrolment.untilLimit() == 0
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
        card.add(bar.show(shown.enrolment(), shown.whatIf, here));
        return Optional.of(card);
    }

    Optional<Card> plan(Shown shown, ActionBar bar) {
        var card = new Card(texts.get("mentee.plan"));
        if (shown.page.plan().isEmpty()) {
            card.add(Card.muted(texts.get("mentee.plan-none")));
        } else {
            var list = new UnorderedList(shown.page.plan().stream().map(this::time).toArray(ListItem[]::new));
            list.addClassName("plan");
            card.add(list);
        }
        card.add(bar.show(shown.enrolment(), shown.whatIf, shown.page.plan().isEmpty() ? List.of(EnrolmentAction.PLAN)
                : List.of(EnrolmentAction.PLAN, EnrolmentAction.GENERATE)));
        return Optional.of(card);
    }

    private ListItem time(PlanEntry entry) {
        var when = new Span(texts.weekday(entry.weekday()) + ", " + texts.formats().time(entry.time()));
        when.addClassName("strong");
        return new ListItem(when, new Span(entry.service().title()));
    }

    Optional<Card> warnings(Shown shown, Runnable changed) {
        return Optional.of(new Card(texts.get("mentee.warnings-title"), shown.page.warnings().isEmpty()
                ? Card.muted(texts.get("mentee.warnings-none"))
                : new WarningList(texts, shown.page.warnings(), warning -> takingBack.button(warning, shown.enrolment(), changed))));
    }

    Optional<Card> suspensions(Shown shown, Runnable changed) {
        return shown.page.held().isEmpty() && shown.page.past().isEmpty() ? Optional.empty()
                : Optional.of(new Card(texts.get("mentee.suspensions"), new SuspensionHistory(texts, lists, shown.page)));
    }

    Optional<Card> attendance(Shown shown, Runnable changed) {
        return Optional.of(new Card(texts.get("mentee.history"), new AttendanceList(texts, shown.page.history(), clock.instant())));
    }
}
