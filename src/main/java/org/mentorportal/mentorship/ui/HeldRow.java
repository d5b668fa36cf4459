package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.mentorportal.booking.BookingDetails;

/** A booking that would come back. */
final class HeldRow extends ListItem {

    HeldRow(MentorshipTexts texts, BookingDetails booking, Button giveUp) {
        var when = new Span(texts.when(booking));
        when.addClassName("strong");
        var text = new Div(when, new Span(booking.service().title()));
        text.addClassName("text");
        add(text, giveUp);
        addClassName("row");
    }
}
