package org.mentorportal.booking.ui;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingChanges;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.PendingRequest;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.Segments;
import org.mentorportal.shared.ui.SelectAll;
import org.mentorportal.shared.ui.ShowMore;

/** The queue of requests, the soonest first, and what was approved; decided in place, one or many at once. */
@Route("approvals")
@RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
class ApprovalsView extends Div implements HasDynamicTitle {

    private enum Part {
        WAITING, WITH_MENTORS, APPROVED
    }

    /** What a row shows. */
    private record Line(BookingDetails booking, Optional<PendingRequest> request) {
    }

    private record Content(List<PendingRequest> waiting, List<BookingDetails> approved) {
    }

    private final ApprovalService approvals;
    private final BookingTexts texts;
    private final Actor person;
    private final boolean onBehalf;
    private final PageHeader header;
    private final Segments<Part> parts;
    private final TextField search = new TextField();
    private final SelectAll all;
    private final Button approveMany = new Button("", click -> approve(chosen()));
    private final Button rejectMany = new Button("", click -> askToReject(chosen()));
    private final Button revokeMany = new Button("", click -> askToRevoke(chosen()));
    private final Div bar;
    private final Div results = new Div();
    private final KeyedList<Line> list = new KeyedList<>(line -> line.booking().id());
    private final Div empty = new Div();
    private final ShowMore more;
    private final Set<BookingId> selected = new HashSet<>();
    private final Map<Decision, CommandKey> beingChecked = new HashMap<>();
    private final LivePart<Content> live;
    private Content content = new Content(List.of(), List.of());
    private List<Line> drawn = List.of();
    private Part part = Part.WAITING;

    ApprovalsView(ApprovalService approvals, BookingTexts texts, CurrentActor currentActor, LiveUpdates updates) {
        this.approvals = approvals;
        this.texts = texts;
        this.person = currentActor.get();
        this.onBehalf = person.is(Role.ADMIN) && !person.is(Role.PRINCIPAL);
        header = new PageHeader(texts.get("approvals.title"), texts.get("approvals.line"));
        boolean standsIn = person.is(Role.PRINCIPAL) || person.is(Role.ADMIN);
        parts = new Segments<>(texts.get("approvals.parts"), standsIn ? List.of(Part.values())
                : List.of(Part.WAITING, Part.APPROVED), one -> texts.get("approvals.part." + one),
                one -> {
                    part = one;
                    selected.clear();
                    list.forget();
                    showFromTheTop();
                });
        parts.select(part);
        search.setPlaceholder(texts.get("bookings.search"));
        search.setAriaLabel(texts.get("bookings.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addClassNames("search", "grow");
        search.addValueChangeListener(change -> showFromTheTop());
        all = new SelectAll(texts.get("list.select-all"), this::pickAll);
        approveMany.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approveMany.setId("approve-many");
        rejectMany.addClassName("grave");
        revokeMany.addClassName("grave");
        bar = new Div(all, approveMany, rejectMany, revokeMany);
        bar.addClassNames("bar", "marks");
        list.addClassName("card");
        results.getElement().setAttribute("role", "status");
        var top = new Div(parts, search);
        top.addClassName("bar");
        more = new ShowMore(left -> texts.get("list.more", left), () -> show(content));
        add(header, top, bar, results, empty, list, more);
        live = LivePart.of(this, updates, Set.of(BookingChanges.REQUESTS),
                () -> new Content(approvals.pending(), approvals.approved()), this::show);
    }

    private void show(Content now) {
        content = now;
        header.setTitle(texts.get("approvals.waiting", requests(Part.WAITING).filter(request -> !request.booking().lapsed()).count()));
        drawn = more.first(lines());
        selected.retainAll(shown().stream().map(BookingDetails::id).toList());
        list.show(drawn, this::row);
        empty.removeAll();
        if (shown().isEmpty()) {
            empty.add(new Empty(texts.get(search.isEmpty() ? "approvals.none." + part : "bookings.no-match")));
        }
        showBar();
    }

    private void showFromTheTop() {
        more.restart();
        show(content);
    }

    private void pickAll(boolean on) {
        selected.clear();
        if (on) {
            selected.addAll(waitingIds());
        }
        list.forget();
        show(content);
    }

    private RequestRow row(Line line) {
        BookingDetails booking = line.booking;
        boolean picked = selected.contains(booking.id());
        return line.request.map(request -> new RequestRow(texts, request, picked, picked(booking.id()),
                        () -> approve(List.of(booking)), () -> askToReject(List.of(booking))))
                .orElseGet(() -> new RequestRow(texts, booking, picked, picked(booking.id()), () -> askToRevoke(List.of(booking))));
    }

    private Consumer<Boolean> picked(BookingId id) {
        return on -> {
            if (on) {
                selected.add(id);
            } else {
                selected.remove(id);
            }
            showBar();
        };
    }

    /** Without those whose time has passed: nobody means them by all. */
    private Set<BookingId> waitingIds() {
        return shown().stream().filter(booking -> !booking.lapsed()).map(BookingDetails::id).collect(toSet());
    }

    private List<BookingDetails> shown() {
        return drawn.stream().map(Line::booking).toList();
    }

    /** Of the part, what was searched for; who decides about many decides about what they see. */
    private List<Line> lines() {
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        Stream<Line> lines = part == Part.APPROVED ? content.approved.stream().map(booking -> new Line(booking, Optional.empty()))
                : requests(part).map(request -> new Line(request.booking(), Optional.of(request)));
        return lines.filter(line -> (line.booking.studentName() + " " + texts.title(line.booking.service())).toLowerCase(Locale.ROOT).contains(wanted)).toList();
    }

    /** The soonest first; those whose time has passed wait for nobody and come last. */
    private Stream<PendingRequest> requests(Part wanted) {
        return content.waiting.stream().filter(request -> request.isFirstFor(person) == (wanted == Part.WAITING))
                .sorted(Comparator.comparing((PendingRequest request) -> request.booking().lapsed())
                        .thenComparing(request -> request.booking().start()));
    }

    private List<BookingDetails> chosen() {
        return shown().stream().filter(booking -> selected.contains(booking.id())).toList();
    }

    /** Of the same elements each time, so that nobody's focus is lost. */
    private void showBar() {
        Set<BookingId> waiting = waitingIds();
        all.show((int) selected.stream().filter(waiting::contains).count(), waiting.size());
        all.setVisible(!waiting.isEmpty());
        show(approveMany, "approvals.approve-many", part != Part.APPROVED);
        show(rejectMany, "approvals.reject-many", part != Part.APPROVED);
        show(revokeMany, "approvals.revoke-many", part == Part.APPROVED);
        bar.setVisible(!shown().isEmpty());
    }

    private void show(Button button, String key, boolean visible) {
        button.setText(texts.get(key, selected.size()));
        button.setEnabled(!selected.isEmpty());
        button.setVisible(visible);
    }

    private void approve(List<BookingDetails> chosen) {
        if (onBehalf) {
            ask("approvals.approve-title", "approvals.approve-now", chosen, (booking, reason) -> new Decision.Approve(booking.id(), reason, booking.version()));
        } else {
            decide(chosen, booking -> new Decision.Approve(booking.id(), "", booking.version()));
        }
    }

    private void askToReject(List<BookingDetails> chosen) {
        ask("approvals.reject-title", "approvals.reject-now", chosen, (booking, reason) -> new Decision.Reject(booking.id(), reason, booking.version()));
    }

    private void askToRevoke(List<BookingDetails> chosen) {
        ask("approvals.revoke-title", "approvals.revoke-now", chosen, (booking, reason) -> new Decision.Revoke(booking.id(), reason, booking.version()));
    }

    private void ask(String title, String act, List<BookingDetails> chosen, BiFunction<BookingDetails, String, Decision> decision) {
        var whom = new UnorderedList(chosen.stream().map(booking -> new ListItem(line(booking))).toArray(ListItem[]::new));
        whom.addClassName("consequence");
        new ReasonDialog(texts, texts.get(title, chosen.size()), List.of(whom), true, texts.get("approvals.leave"),
                texts.get(act, chosen.size()), reason -> {
                    decide(chosen, booking -> decision.apply(booking, reason));
                    return Optional.empty(); // each line says for itself what came of it
                }).open();
    }

    private String line(BookingDetails booking) {
        return booking.studentName() + ", " + texts.title(booking.service()) + ", " + texts.when(booking);
    }

    /** One command per line, and a result for each. */
    private void decide(List<BookingDetails> chosen, Function<BookingDetails, Decision> decision) {
        List<ListItem> lines = new ArrayList<>();
        try {
            chosen.forEach(booking -> {
                BookingOutcome outcome = decided(decision.apply(booking));
                var line = new ListItem(line(booking) + ": " + said(outcome));
                line.addClassName(outcome.refusal().isPresent() ? "no" : "ok");
                lines.add(line);
            });
        } finally {
            showResults(lines); // also what was done before a fault
        }
        live.refresh();
    }

    /** What is being checked is sent again under its key when the person decides the same again. */
    private BookingOutcome decided(Decision decision) {
        CommandKey key = Optional.ofNullable(beingChecked.remove(decision)).map(CommandKey::again).orElseGet(CommandKey::fresh);
        BookingOutcome outcome = switch (decision) {
            case Decision.Approve approve -> approvals.decide(approve, key);
            case Decision.Reject reject -> approvals.decide(reject, key);
            case Decision.Revoke revoke -> approvals.decide(revoke, key);
            case Decision.Cancel cancel -> throw new IllegalArgumentException("not decided here: " + cancel);
        };
        if (outcome.refusal().filter(why -> why.rule() == CommandRule.BEING_CHECKED).isPresent()) {
            beingChecked.put(decision, key);
        }
        return outcome;
    }

    private void showResults(List<ListItem> lines) {
        selected.clear();
        list.forget();
        results.removeAll();
        var section = new Section(new H2(texts.get("approvals.results")), new UnorderedList(lines.toArray(ListItem[]::new)),
                new Button(texts.get("approvals.results-close"), click -> results.removeAll()));
        section.addClassNames("card", "results");
        section.getElement().setAttribute("tabindex", "-1");
        results.add(section);
        section.getElement().callJsFunction("focus");
    }

    private String said(BookingOutcome outcome) {
        return switch (outcome) {
            case BookingOutcome.Done done -> texts.get("approvals.done." + done.booking().status());
            case BookingOutcome.AlreadySo already -> {
                BookingDetails booking = already.booking();
                yield booking.decidedBy() == null || booking.decidedAt() == null
                        ? texts.get("approvals.already-automatic")
                        : texts.get("approvals.already." + booking.status(), booking.decidedBy(),
                                texts.formats().dayTime(booking.decidedAt()));
            }
            case BookingOutcome.Stale stale -> texts.get("approvals.stale", texts.when(stale.current()), texts.status(stale.current()));
            case BookingOutcome.NotDone refused -> texts.refusal(refused.why());
        };
    }

    @Override
    public String getPageTitle() {
        return texts.get("approvals.title");
    }
}
