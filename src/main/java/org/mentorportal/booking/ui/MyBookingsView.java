package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingService;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.shared.ui.Segments;
import org.mentorportal.shared.ui.ShowMore;

/** A student's own bookings: what is coming, and what was. */
@Route("my-bookings")
@RolesAllowed("STUDENT")
class MyBookingsView extends Div implements HasDynamicTitle {

    /** What a row shows. */
    private record Line(BookingDetails booking, BookingActions.Allowed allowed) {
    }

    private enum Part {
        COMING, HISTORY
    }

    private final BookingActions actions;
    private final BookingTexts texts;
    private final Clock clock;
    private final KeyedList<Line> list = new KeyedList<>(line -> line.booking().id());
    private final Div empty = new Div();
    private final ShowMore more;
    private final Segments<Part> parts;
    private final LivePart<List<BookingDetails>> live;
    private List<BookingDetails> all = List.of();
    private Part part = Part.COMING;

    MyBookingsView(BookingService bookings, BookingActions actions, List<BookingNotices> notices, BookingTexts texts, Clock clock,
                   CurrentActor actor, LiveUpdates updates) {
        this.actions = actions;
        this.texts = texts;
        this.clock = clock;
        list.addClassName("card");
        parts = new Segments<>(texts.get("mine.parts"), List.of(Part.values()), one -> texts.get("mine.part." + one), one -> {
            part = one;
            startOver();
        });
        parts.select(part);
        var bar = new Div(parts, PageLink.asButton("book", texts.get("mine.book"), true));
        bar.addClassName("bar");
        add(new PageHeader(texts.get("mine.title"), texts.get("mine.line")));
        notices.forEach(notice -> add(notice.onBookings()));
        more = new ShowMore(left -> texts.get("list.more", left), () -> show(all));
        add(bar, empty, list, more);
        live = LivePart.of(this, updates, Set.of(Topic.account(actor.get().id())), bookings::mine, this::show);
    }

    private void startOver() {
        more.restart();
        show(all);
    }

    private void show(List<BookingDetails> mine) {
        all = mine;
        List<BookingDetails> coming = mine.stream().filter(this::isComing).toList();
        List<BookingDetails> shown = part == Part.COMING ? coming : mine.stream().filter(booking -> !isComing(booking))
                .sorted(Comparator.comparing(BookingDetails::start).reversed()).toList();
        parts.setText(Part.COMING, texts.get("mine.part.COMING") + " (" + coming.size() + ")");
        empty.removeAll();
        list.show(more.first(shown).stream().map(booking -> new Line(booking, actions.allowed(booking, true))).toList(), this::row);
        if (shown.isEmpty()) {
            empty.add(part == Part.COMING ? new Empty(texts.get("mine.none-coming"), PageLink.asButton("book", texts.get("mine.book"), true))
                    : new Empty(texts.get("mine.none-past")));
        }
    }

    private boolean isComing(BookingDetails booking) {
        return booking.status().isActive() && booking.end().isAfter(clock.instant());
    }

    private ListItem row(Line line) {
        BookingDetails booking = line.booking;
        var when = new Span(texts.when(booking));
        when.addClassName("strong");
        var what = new Span(booking.service().title() + " — " + booking.purpose());
        var text = new Div(when, what);
        text.addClassName("text");
        if (booking.decidedAt() != null) {
            text.add(muted(story(booking)));
        } else {
            text.add(muted(texts.get("mine.asked", texts.formats().ago(booking.requestedAt()))));
        }
        if (isComing(booking)) {
            texts.way(booking).ifPresent(text::add);
        }
        text.add(texts.trail(booking));
        var side = new Div(texts.chip(booking));
        side.addClassName("side-of-row");
        if (line.allowed != BookingActions.Allowed.NOTHING) {
            side.add(actions.buttons(line.allowed, booking.id(),
                    texts.get("actions.which", booking.service().title(), texts.when(booking)), booking.cancelUntil(),
                    this::refresh));
        }
        var row = new ListItem(text, side);
        row.addClassName("row");
        return row;
    }

    private String story(BookingDetails booking) {
        String when = texts.formats().ago(Objects.requireNonNull(booking.decidedAt()));
        String key = "mine.story." + booking.status();
        String said = booking.decidedBy() == null ? texts.get("mine.story.automatic", when)
                : texts.get(key, booking.decidedBy(), when);
        return booking.reason() == null ? said : said + ". " + texts.get("mine.reason", booking.reason());
    }

    private static Component muted(String text) {
        var muted = new Span(text);
        muted.addClassName("muted");
        return muted;
    }

    private void refresh() {
        live.refresh();
    }

    @Override
    public String getPageTitle() {
        return texts.get("mine.title");
    }
}
