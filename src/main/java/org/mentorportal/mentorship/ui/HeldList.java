package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import org.mentorportal.booking.BookingDetails;

/** What would come back, booking by booking. */
final class HeldList extends UnorderedList {

    HeldList(MentorshipTexts texts, List<BookingDetails> held, Function<BookingDetails, Component> act) {
        addClassNames("rows", "long");
        held.forEach(booking -> {
            var when = new Span(texts.when(booking));
            when.addClassName("strong");
            var text = new Div(when, new Span(texts.title(booking.service())));
            text.addClassName("text");
            var row = new ListItem(text, act.apply(booking));
            row.addClassName("row");
            add(row);
        });
    }
}
