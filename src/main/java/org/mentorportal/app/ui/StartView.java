package org.mentorportal.app.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingChanges;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.Words;
import org.mentorportal.shared.ui.Chip;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;

/** What each role comes for: a student's next bookings, the requests that wait for whoever decides. */
@Route("")
@PermitAll
class StartView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 4;

    /** The first few of so many. */
    private record Some(List<BookingDetails> first, int all) {

        static Some of(List<BookingDetails> all) {
            return new Some(all.stream().limit(SHOWN).toList(), all.size());
        }
    }

    private final Words words;
    private final Formats formats;
    private final Actor person;

    StartView(CurrentActor currentActor, BookingService bookings, ApprovalService approvals, LiveUpdates live, Words words,
              Formats formats, Clock clock) {
        this.words = words;
        this.formats = formats;
        this.person = currentActor.get();
        addClassName("start");
        add(new PageHeader(words.get("start.title", person.name()), formats.day(clock.instant())));
        var sections = new Div();
        sections.addClassName("cards");
        add(sections);
        if (person.is(Role.STUDENT)) {
            var own = section(sections, "start.coming", "book", "my-bookings");
            LivePart.of(own, live, Set.of(Topic.account(person.id())), bookings::mine, mine -> show(own, Some.of(mine.stream()
                    .filter(booking -> booking.status().isActive() && !booking.lapsed() && booking.end().isAfter(clock.instant())).toList())));
        }
        if (person.is(Role.PRINCIPAL) || person.is(Role.MENTOR) || person.is(Role.ADMIN)) {
            var queue = section(sections, "start.waiting", "approvals", "closures");
            LivePart.of(queue, live, Set.of(BookingChanges.REQUESTS), () -> new Some(approvals.soonest(SHOWN), approvals.countPending()),
                    waiting -> show(queue, waiting));
        }
    }

    /** A card with a title, room for a list, and the ways on. */
    private Div section(Div sections, String key, String path, String other) {
        var list = new Div();
        var ways = new Div(PageLink.asButton(path, words.get(key + ".first"), true),
                PageLink.asButton(other, words.get(key + ".other"), false));
        ways.addClassName("bar");
        var section = new Section(new H2(words.get(key)), list, ways);
        section.addClassName("card");
        sections.add(section);
        return list;
    }

    private void show(Div section, Some bookings) {
        section.removeAll();
        if (bookings.first.isEmpty()) {
            section.add(new Paragraph(words.get("start.nothing")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("rows");
        bookings.first.forEach(booking -> list.add(row(booking)));
        section.add(list);
        if (bookings.all > bookings.first.size()) {
            var more = new Paragraph(words.get("start.more", bookings.all - bookings.first.size()));
            more.addClassName("muted");
            section.add(more);
        }
    }

    private ListItem row(BookingDetails booking) {
        var when = new Span(formats.daySpan(booking.start(), booking.end()));
        when.addClassName("strong");
        var text = new Div(when, new Span(booking.service().title()));
        text.addClassName("text");
        if (!booking.student().equals(person.id())) {
            var who = new Span(booking.studentName());
            who.addClassName("muted");
            text.add(who);
        }
        boolean pending = booking.status() == BookingStatus.PENDING;
        var row = new ListItem(text, new Chip(words.of(booking.status()), pending ? Chip.Tone.PENDING : Chip.Tone.OK));
        row.addClassName("row");
        return row;
    }

    @Override
    public String getPageTitle() {
        return words.get("shell.start");
    }
}
