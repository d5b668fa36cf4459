package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mentorportal.booking.ui.RestoreLists;
import org.mentorportal.mentorship.EnrolmentAction;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.MenteePage;
import org.mentorportal.mentorship.PastSuspension;
import org.mentorportal.mentorship.Standing;
import org.mentorportal.mentorship.SuspensionDetails;
import org.mentorportal.mentorship.WarningDetails;

/** One cycle as its mentee reads it. */
@org.springframework.stereotype.Component
class StandingParts {

    private final MentorshipTexts texts;
    private final EnrolmentActions actions;
    private final MenteesOwn own;
    private final RestoreLists lists;
    private final Clock clock;

    StandingParts(MentorshipTexts texts, EnrolmentActions actions, MenteesOwn own, RestoreLists lists, Clock clock) {
        this.texts = texts;
        this.actions = actions;
        this.own = own;
        this.lists = lists;
        this.clock = clock;
    }

    /** @param whatIf what the buttons say */
    record Shown(Standing standing, WhatIf whatIf) {

        EnrolmentDetails enrolment() {
            return standing.page().enrolment();
        }
    }

    ListItem card(Shown shown, Runnable changed) {
        MenteePage page = shown.standing.page();
        EnrolmentDetails enrolment = page.enrolment();
        var head = new Div(new H2(enrolment.cycle().name()), texts.chip(enrolment.status()));
        head.addClassName("head");
        var when = new Paragraph(texts.get("standing.cycle", texts.days(enrolment.cycle()), enrolment.leadName()));
        when.addClassName("muted");
        var next = new Paragraph(next(shown.standing));
        next.addClassName("verdict");
        next.setClassName("warn", shown.standing.next() != Standing.Next.CLEAR);
        var card = new ListItem(head, when, next);
        card.addClassNames("card", "stack");
        Optional.ofNullable(enrolment.suspension()).ifPresent(open -> card.add(notice(open, enrolment)));
        if (!page.held().isEmpty()) {
            card.add(section("standing.held", muted("standing.held-line"),
                    new Folded(texts, page.held().stream()
                    .map(booking -> new HeldRow(texts, booking, own.giveUp(booking, changed))).toList())));
        }
        page.past().stream().findFirst().ifPresent(past -> card.add(cameBack(past)));
        card.add(section("standing.warnings", new WarningCount(texts, enrolment)));
        if (!page.warnings().isEmpty()) {
            card.add(new WarningList(texts, page.warnings(), warning -> answer(warning, changed)));
        }
        if (!page.history().isEmpty()) {
            card.add(new NativeDetails(texts.get("standing.history"), new AttendanceList(texts, page.history(), clock.instant())));
        }
        card.add(texts.trail(enrolment));
        card.add(actions.buttons(enrolment, shown.whatIf, changed, List.of(EnrolmentAction.UNSUBSCRIBE, EnrolmentAction.RESUBSCRIBE)));
        return card;
    }

    private String next(Standing standing) {
        EnrolmentDetails enrolment = standing.page().enrolment();
        String lastDay = texts.formats().day(enrolment.cycle().lastDay());
        String key = "standing.next." + standing.next();
        return switch (standing.next()) {
            case CLEAR, MENTOR_DECIDES, MENTOR_DECLINED -> texts.get(key, enrolment.leadName(), enrolment.cycle().noShowLimit());
            case BELOW_LIMIT -> texts.get(key, enrolment.leadName(), enrolment.untilLimit());
            case ASK_LEAD -> texts.get(key, enrolment.leadName());
            case COME_BACK, CYCLE_OVER -> texts.get(key, lastDay);
        };
    }

    /** Why, since when, by whom, and whom to ask. */
    private Component notice(SuspensionDetails open, EnrolmentDetails enrolment) {
        return section(open.byTheMentee() ? "standing.left" : "standing.paused." + open.kind(), new SuspensionFacts(texts, open,
                open.byTheMentee() ? "" : enrolment.leadName()));
    }

    private Optional<? extends Component> answer(WarningDetails warning, Runnable changed) {
        return warning.state() == WarningDetails.State.WITHDRAWN ? Optional.empty() : Optional.of(own.answer(warning, changed));
    }

    private Component cameBack(PastSuspension past) {
        var content = new Div(new SuspensionFacts(texts, past.suspension(), ""), lists.of(past.lines(), true));
        content.addClassName("stack");
        var details = new NativeDetails(texts.get("standing.came-back"), content);
        details.setOpen(true);
        return details;
    }

    private Div section(String title, Component... content) {
        var section = new Div(new H3(texts.get(title)));
        section.add(content);
        section.addClassName("stack");
        return section;
    }

    private Span muted(String key) {
        var muted = new Span(texts.get(key));
        muted.addClassName("muted");
        return muted;
    }
}
