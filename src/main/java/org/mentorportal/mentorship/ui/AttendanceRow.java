package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.mentorportal.mentorship.MenteeBooking;
import org.mentorportal.shared.Role;

/** A mentee's booking of a cycle, and what was said of it. */
final class AttendanceRow extends ListItem {

    /** @param over whether it has ended, so that it can be marked */
    AttendanceRow(MentorshipTexts texts, MenteeBooking booking, boolean over) {
        var when = new Span(texts.formats().daySpan(booking.start(), booking.end()));
        when.addClassName("strong");
        var text = new Div(when, new Span(booking.service().title()));
        text.addClassName("text");
        if (booking.markedBy() != null && booking.markedAt() != null) {
            var stamp = new Span(texts.get(booking.markedRole() == Role.ADMIN ? "mentee.marked-on-behalf" : "mentee.marked-by",
                    booking.markedBy(), texts.formats().ago(booking.markedAt())));
            stamp.addClassName("muted");
            text.add(stamp);
        }
        add(text, texts.chip(booking, over));
        addClassName("row");
    }
}
