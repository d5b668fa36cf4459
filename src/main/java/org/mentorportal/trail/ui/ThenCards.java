package org.mentorportal.trail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.DisplayNames;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.shared.ui.Facts;
import org.mentorportal.trail.AsOf;
import org.mentorportal.trail.BookingThen;
import org.mentorportal.trail.EnrolmentThen;

/** How a booking, an enrolment or a resource's bookings stood at a moment that the reader chooses. */
@org.springframework.stereotype.Component
class ThenCards {

    private static final int SHOWN = 50;

    private final AsOf asOf;
    private final AccountService accounts;
    private final TrailTexts texts;
    private final Clock clock;

    ThenCards(AsOf asOf, AccountService accounts, TrailTexts texts, Clock clock) {
        this.asOf = asOf;
        this.accounts = accounts;
        this.texts = texts;
        this.clock = clock;
    }

    /** Nothing for what has no state worth a look. */
    Optional<ThenCard> of(Subject subject) {
        return switch (subject.type()) {
            case "booking" -> Optional.of(card(moment -> asOf.booking(new BookingId(subject.id()), moment).map(this::facts)));
            case "enrolment" -> Optional.of(card(moment -> asOf.enrolment(new EnrolmentId(subject.id()), moment).map(this::facts)));
            case "resource" -> Optional.of(card(moment -> Optional.of(list(asOf.bookingsOf(new ResourceId(subject.id()), moment), moment))));
            default -> Optional.empty();
        };
    }

    private ThenCard card(Function<Instant, Optional<Component>> state) {
        return new ThenCard(texts, clock.instant(), state);
    }

    private Component facts(BookingThen then) {
        return new Facts().with(texts.get("trail.then.status"), texts.words().of(then.status()))
                .with(texts.get("trail.then.time"), texts.formats().daySpan(then.start(), then.end()))
                .with(texts.get("trail.then.seat"), texts.get("trail.then.seat-of", then.seat(), then.capacity()))
                .with(texts.get("trail.then.players"), Integer.toString(then.players()))
                .with(texts.get("trail.then.held"), then.heldStatus() == null ? "" : texts.get("trail.then.held-as", texts.words().of(then.heldStatus())))
                .with(texts.get("trail.then.version"), Integer.toString(then.version()));
    }

    private Component facts(EnrolmentThen then) {
        return new Facts().with(texts.get("trail.then.status"), texts.words().of(then.status()))
                .with(texts.get("trail.then.planned"), Integer.toString(then.plan().size()))
                .with(texts.get("trail.then.paused"), then.pause() == null ? "" : texts.formats().dayTime(then.pause().since()))
                .with(texts.get("trail.then.declined"), then.declined() == null ? "" : texts.formats().dayTime(then.declined()))
                .with(texts.get("trail.then.version"), Integer.toString(then.version()));
    }

    /** What was to come then and held its seat. */
    private Component list(List<BookingThen> all, Instant moment) {
        List<BookingThen> coming = all.stream().filter(then -> then.status().isActive() && then.end().isAfter(moment)).toList();
        DisplayNames names = accounts.names(coming.stream().map(BookingThen::student).toList());
        var list = new UnorderedList();
        coming.stream().limit(SHOWN).map(then -> new ListItem(texts.get("trail.then.booking", texts.formats().daySpan(then.start(), then.end()),
                names.of(then.student()), texts.words().of(then.status())))).forEach(list::add);
        var line = new Paragraph(coming.isEmpty() ? texts.get("trail.then.no-bookings") : texts.get("trail.then.bookings", coming.size()));
        return new Div(line, list);
    }
}
