package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.mentorportal.booking.BookingDetails;

/** What a suspension cancels, booking by booking. */
final class BookingLines extends Div {

    /** @param said what the list is, if it has anything */
    BookingLines(MentorshipTexts texts, List<BookingDetails> bookings, String said) {
        addClassName("stack");
        if (bookings.isEmpty()) {
            add(new Paragraph(texts.get("suspend.nothing")));
            return;
        }
        var list = new UnorderedList(bookings.stream().map(booking -> line(texts, booking)).toArray(ListItem[]::new));
        list.addClassNames("consequence", "lines");
        add(new Paragraph(said), list);
    }

    private static ListItem line(MentorshipTexts texts, BookingDetails booking) {
        var when = new Span(texts.when(booking));
        when.addClassName("what");
        var what = new Span(booking.service().title());
        what.addClassName("strong");
        return new ListItem(when, what);
    }
}
