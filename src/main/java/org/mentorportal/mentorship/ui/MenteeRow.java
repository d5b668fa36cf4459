package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.shared.ui.Chip;
import org.mentorportal.shared.ui.PageLink;

/** A mentee in the list: who, in which cycle, how they stand, and the way to all of it. */
final class MenteeRow extends ListItem {

    MenteeRow(MentorshipTexts texts, EnrolmentDetails enrolment) {
        addClassNames("row", "mentee-row");
        var name = new Span(enrolment.studentName());
        name.addClassName("strong");
        var cycle = new Span(texts.get("mentees.cycle", enrolment.cycle().name(), enrolment.leadName()));
        cycle.addClassName("muted");
        var who = new Div(name, cycle);
        who.addClassName("text");
        var chips = new Div(texts.chip(enrolment.status()));
        if (enrolment.questionOpen()) {
            chips.add(new Chip(texts.get("mentees.question"), Chip.Tone.PENDING));
        }
        if (enrolment.groundWithdrawn()) {
            chips.add(new Chip(texts.get("mentees.withdrawn"), Chip.Tone.PENDING));
        }
        chips.addClassName("titled");
        var standing = new Div(new WarningCount(texts, enrolment), chips);
        standing.addClassNames("text", "standing");
        boolean decide = enrolment.questionOpen() || enrolment.groundWithdrawn();
        var open = PageLink.asButton("mentees/" + enrolment.id(), texts.get(decide ? "mentees.decide" : "mentees.open"), decide);
        open.getElement().setAttribute("aria-label", texts.get("mentees.open-spoken", texts.who(enrolment)));
        add(who, standing, open);
    }
}
