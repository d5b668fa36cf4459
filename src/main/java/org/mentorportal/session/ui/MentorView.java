package org.mentorportal.session.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingId;
import org.mentorportal.command.ui.BeingChecked;
import org.mentorportal.live.LiveExecutor;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.Mark;
import org.mentorportal.session.SessionDetails;
import org.mentorportal.session.SessionService;
import org.mentorportal.session.Waiting;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.PageHeader;

/** A mentor's day: what waits for a mark first, then today and the coming week, then what was marked and can be taken back. */
@Route("mentor")
@RolesAllowed({"MENTOR", "ADMIN"})
class MentorView extends Div implements HasDynamicTitle {

    private static final int MARKED = 50;

    private record Content(Waiting waiting, List<SessionDetails> today, List<SessionDetails> week, List<AttendanceDetails> marked) {
    }

    private final AttendanceService attendance;
    private final SessionTexts texts;
    private final Clock clock;
    private final AccountId person;
    private final PageHeader header;
    private final MarkBar bar;
    private final MarkResults results;
    private final KeyedList<AttendanceDetails> waiting = list();
    private final Div nothing = new Div();
    private final Paragraph more = new Paragraph();
    private final SessionList today;
    private final SessionList week;
    private final KeyedList<AttendanceDetails> marked = list();
    private final NativeDetails markedBefore;
    private final Set<BookingId> selected = new HashSet<>();
    private final BeingChecked<Choice> beingChecked = new BeingChecked<>();
    private final LivePart<Content> live;
    private Content content = new Content(Waiting.NOTHING, List.of(), List.of(), List.of());

    MentorView(SessionService sessions, AttendanceService attendance, SessionTexts texts, CurrentActor actor, LiveUpdates updates,
               LiveExecutor executor, Clock clock) {
        this.attendance = attendance;
        this.texts = texts;
        this.clock = clock;
        this.person = actor.get().id();
        header = new PageHeader(texts.get("mentor.title"), texts.get("mentor.line"));
        bar = new MarkBar(texts, this::pickAll, mark -> choose(chosen(), mark));
        results = new MarkResults(texts, place -> choose(List.of(place), null));
        markedBefore = new NativeDetails(texts.get("mentor.marked"), marked);
        today = new SessionList(texts, false, person);
        week = new SessionList(texts, true, person);
        var coming = new Div(section("mentor.today", today), section("mentor.week", week));
        coming.addClassName("day-and-week");
        more.addClassName("muted");
        add(header, bar, results.card(), nothing, waiting, more, coming, markedBefore);
        live = LivePart.of(this, updates, Set.of(sessions.topic()), () -> new Content(sessions.waiting(), sessions.today(),
                        sessions.week(), sessions.marked(MARKED)), this::show)
                .alsoAt(executor, content -> Optional.ofNullable(content.waiting.nextEnd()));
    }

    private static KeyedList<AttendanceDetails> list() {
        var list = new KeyedList<AttendanceDetails>(AttendanceDetails::booking);
        list.addClassName("card");
        return list;
    }

    private Section section(String key, Component content) {
        return new Section(new H2(texts.get(key)), content);
    }

    private void show(Content now) {
        content = now;
        List<AttendanceDetails> shown = shown();
        header.setTitle(texts.get("mentor.waiting", content.waiting.count()));
        selected.retainAll(shown.stream().map(AttendanceDetails::booking).toList());
        waiting.show(shown, place -> PlaceRow.waiting(texts, place, selected.contains(place.booking()),
                on -> pick(place.booking(), on), mark -> choose(List.of(place), mark)));
        nothing.removeAll();
        if (shown.isEmpty()) {
            nothing.add(new Empty(texts.get("mentor.none-waiting")));
        }
        more.setText(texts.get("mentor.more", shown.size()));
        more.setVisible(content.waiting.count() > shown.size());
        bar.show(selected.size(), shown.size());
        today.show(content.today, clock.instant());
        week.show(content.week, clock.instant());
        marked.show(content.marked, place -> PlaceRow.marked(texts, place, () -> choose(List.of(place), null)));
        markedBefore.setVisible(!content.marked.isEmpty());
    }

    private List<AttendanceDetails> shown() {
        return content.waiting.places();
    }

    private void pick(BookingId booking, boolean on) {
        if (on) {
            selected.add(booking);
        } else {
            selected.remove(booking);
        }
        bar.show(selected.size(), shown().size());
    }

    private void pickAll(boolean on) {
        selected.clear();
        if (on) {
            shown().forEach(place -> selected.add(place.booking()));
        }
        waiting.forget();
        show(content);
    }

    private List<AttendanceDetails> chosen() {
        return shown().stream().filter(place -> selected.contains(place.booking())).toList();
    }

    /** @param mark null takes the marks back */
    private void choose(List<AttendanceDetails> chosen, @Nullable Mark mark) {
        if (chosen.stream().allMatch(place -> place.service().resource().belongsTo(person))) {
            act(chosen, mark, "");
            return;
        }
        String key = mark == null ? "mentor.take-back" : "mentor.mark." + mark;
        new OnBehalfDialog(texts, texts.get(key + "-title", chosen.size()), chosen, texts.get(key), reason -> act(chosen, mark, reason)).open();
    }

    /** One command per line, and a result for each. */
    private void act(List<AttendanceDetails> chosen, @Nullable Mark mark, String reason) {
        List<MarkResults.Result> lines = new ArrayList<>();
        try {
            chosen.forEach(place -> {
                var choice = new Choice(place.booking(), mark, reason);
                lines.add(new MarkResults.Result(choice, place, beingChecked.send(choice, (one, key) -> one.send(attendance, key))));
                selected.remove(place.booking());
            });
        } finally {
            results.show(lines); // also what was done before a fault
            waiting.forget();
            show(content);
        }
        live.refresh();
    }

    @Override
    public String getPageTitle() {
        return texts.get("mentor.title");
    }
}
