package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.mentorportal.booking.BookingChanges;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.StaffBookings;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.shared.ui.SearchField;

/** What is to come on a mentor's own services, to an admin on all: found, edited, moved and cancelled on a student's behalf. */
@Route("bookings")
@RolesAllowed({"MENTOR", "ADMIN"})
class BookingsView extends Div implements HasDynamicTitle {

    private record Line(BookingDetails booking, BookingActions.Allowed allowed) {
    }

    private final BookingTexts texts;
    private final BookingActions actions;
    private final SearchField search;
    private final KeyedList<Line> list = new KeyedList<>(line -> line.booking().id());
    private final Div empty = new Div();
    private final Paragraph more = new Paragraph();
    private final LivePart<StaffBookings.Upcoming> live;
    private volatile String wanted = "";

    BookingsView(StaffBookings bookings, BookingActions actions, BookingTexts texts, LiveUpdates updates) {
        this.texts = texts;
        this.actions = actions;
        search = new SearchField(texts.get("bookings.search"));
        search.addClassName("search");
        search.addValueChangeListener(change -> find(change.getValue()));
        list.addClassName("card");
        more.addClassName("muted");
        more.getElement().setAttribute("role", "status");
        var bar = new Div(search, PageLink.asButton("book", texts.get("bookings.book"), true));
        bar.addClassName("bar");
        add(new PageHeader(texts.get("bookings.title"), texts.get("bookings.line")), bar, empty, list, more);
        live = LivePart.of(this, updates, Set.of(BookingChanges.REQUESTS), () -> bookings.upcoming(wanted), this::show);
    }

    private void find(String text) {
        wanted = text;
        live.refresh();
    }

    private void show(StaffBookings.Upcoming upcoming) {
        list.show(upcoming.bookings().stream().map(booking -> new Line(booking, actions.allowed(booking, false))).toList(), this::row);
        empty.removeAll();
        if (upcoming.bookings().isEmpty()) {
            empty.add(new Empty(texts.get(wanted.isBlank() ? "bookings.none" : "bookings.no-match")));
        }
        more.setText(texts.get("bookings.more", upcoming.bookings().size()));
        more.setVisible(upcoming.more());
    }

    private ListItem row(Line line) {
        BookingDetails booking = line.booking;
        var who = new Span(booking.studentName());
        who.addClassName("strong");
        var purpose = new Span(booking.purpose());
        purpose.addClassName("muted");
        var person = new Div(who, purpose);
        person.addClassName("text");
        var when = new Span(texts.when(booking));
        when.addClassName("strong");
        var what = new Div(when, new Span(booking.service().title()));
        what.addClassName("text");
        var state = new Div(texts.chip(booking));
        if (booking.bookedBy() != null) {
            var by = new Span(texts.get("bookings.by", booking.bookedBy()));
            by.addClassName("muted");
            state.add(by);
        }
        state.add(texts.trail(booking));
        state.addClassNames("text", "state-of-row");
        var row = new ListItem(person, what, state, actions.buttons(line.allowed, booking.id(), texts.get("bookings.which",
                booking.studentName(), booking.service().title(), texts.when(booking)), booking.cancelUntil(), live::refresh));
        row.addClassNames("row", "booking");
        return row;
    }

    @Override
    public String getPageTitle() {
        return texts.get("bookings.title");
    }
}
