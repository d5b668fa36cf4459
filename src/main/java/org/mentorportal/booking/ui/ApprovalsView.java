package org.mentorportal.booking.ui;

import static java.util.stream.Collectors.toSet;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingChanges;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.PendingRequest;
import org.mentorportal.booking.Queue;
import org.mentorportal.booking.QueuePart;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;
import org.mentorportal.shared.ui.Looking;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.SearchField;
import org.mentorportal.shared.ui.Segments;
import org.mentorportal.shared.ui.SelectAll;

/** The queue of requests, the soonest first, and what was approved; decided in place, one or many at once. */
@Route("approvals")
@RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
class ApprovalsView extends Div implements HasDynamicTitle {

    /** What was read, of which look: another may be taken before it is shown. */
    private record Content(Looking.Look<QueuePart> look, Queue queue, int waiting) {
    }

    private final BookingTexts texts;
    private final Deciding deciding;
    private final PageHeader header;
    private final SelectAll all;
    private final Button approveMany = new Button();
    private final Button rejectMany = new Button();
    private final Button revokeMany = new Button();
    private final Div bar;
    private final KeyedList<PendingRequest> list = new KeyedList<>(request -> request.booking().id());
    private final Div empty = new Div();
    private final Looking<QueuePart> looking;
    private final Set<BookingId> selected = new HashSet<>();
    private final LivePart<Content> live;
    private List<PendingRequest> shown = List.of();
    private QueuePart part = QueuePart.WAITING;

    ApprovalsView(ApprovalService approvals, BookingTexts texts, CurrentActor actor, LiveUpdates updates) {
        this.texts = texts;
        Actor person = actor.get();
        boolean standsIn = person.is(Role.PRINCIPAL) || person.is(Role.ADMIN);
        header = new PageHeader(texts.get("approvals.title"), texts.get("approvals.line"));
        var parts = new Segments<>(texts.get("approvals.parts"), standsIn ? List.of(QueuePart.values())
                : List.of(QueuePart.WAITING, QueuePart.APPROVED), one -> texts.get("approvals.part." + one), this::turnTo);
        parts.select(QueuePart.WAITING);
        var search = new SearchField(texts.get("bookings.search"));
        search.addClassNames("search", "grow");
        looking = new Looking<>(QueuePart.WAITING, search, left -> texts.get("list.more", left), this::readNow);
        all = new SelectAll(texts.get("list.select-all"), this::pickAll);
        approveMany.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        approveMany.setId("approve-many");
        rejectMany.addClassName("grave");
        revokeMany.addClassName("grave");
        bar = new Div(all, approveMany, rejectMany, revokeMany);
        bar.addClassNames("bar", "marks");
        list.addClassName("card");
        var top = new Div(parts, search);
        top.addClassName("bar");
        deciding = new Deciding(approvals, texts, standsIn && !person.is(Role.PRINCIPAL), this::decided);
        approveMany.addClickListener(click -> deciding.approve(chosen()));
        rejectMany.addClickListener(click -> deciding.reject(chosen()));
        revokeMany.addClickListener(click -> deciding.revoke(chosen()));
        add(header, top, bar, deciding.results(), empty, list, looking.more());
        live = LivePart.of(this, updates, Set.of(BookingChanges.REQUESTS), () -> read(approvals, looking.current()), this::show);
    }

    private static Content read(ApprovalService approvals, Looking.Look<QueuePart> look) {
        return new Content(look, approvals.queue(look.part(), look.search(), look.most()), approvals.countPending());
    }

    private void turnTo(QueuePart wanted) {
        selected.clear();
        list.forget();
        looking.at(wanted);
    }

    private void readNow() {
        live.refresh();
    }

    private void show(Content now) {
        header.setTitle(texts.get("approvals.waiting", now.waiting));
        part = now.look.part();
        shown = now.queue.first();
        looking.more().left(now.queue.left());
        selected.retainAll(shown.stream().map(request -> request.booking().id()).toList());
        list.show(shown, this::row);
        empty.removeAll();
        if (shown.isEmpty()) {
            empty.add(new Empty(texts.get(now.look.search().isBlank() ? "approvals.none." + part : "bookings.no-match")));
        }
        showBar();
    }

    private RequestRow row(PendingRequest request) {
        List<BookingDetails> one = List.of(request.booking());
        BookingId id = request.booking().id();
        return part == QueuePart.APPROVED
                ? new RequestRow(texts, request.booking(), selected.contains(id), picked(id), () -> deciding.revoke(one))
                : new RequestRow(texts, request, selected.contains(id), picked(id), () -> deciding.approve(one), () -> deciding.reject(one));
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

    private void pickAll(boolean on) {
        select(on ? waiting() : Set.of());
    }

    private void select(Set<BookingId> which) {
        selected.clear();
        selected.addAll(which);
        list.forget();
        list.show(shown, this::row);
        showBar();
    }

    /** What was done leaves, and with it its tick; what can be done by pressing again keeps it. */
    private void decided(Set<BookingId> chosen, Set<BookingId> again) {
        var still = new HashSet<>(selected);
        still.removeAll(chosen);
        still.addAll(again);
        select(still);
        live.refresh();
    }

    /** Without those whose time has passed: nobody means them by all. */
    private Set<BookingId> waiting() {
        return shown.stream().map(PendingRequest::booking).filter(booking -> !booking.lapsed()).map(BookingDetails::id).collect(toSet());
    }

    private List<BookingDetails> chosen() {
        return shown.stream().map(PendingRequest::booking).filter(booking -> selected.contains(booking.id())).toList();
    }

    /** Of the same elements each time, so that nobody's focus is lost. */
    private void showBar() {
        Set<BookingId> waiting = waiting();
        all.show((int) selected.stream().filter(waiting::contains).count(), waiting.size());
        all.setVisible(!waiting.isEmpty());
        show(approveMany, "approvals.approve-many", part != QueuePart.APPROVED);
        show(rejectMany, "approvals.reject-many", part != QueuePart.APPROVED);
        show(revokeMany, "approvals.revoke-many", part == QueuePart.APPROVED);
        bar.setVisible(!shown.isEmpty());
    }

    private void show(Button button, String key, boolean visible) {
        button.setText(texts.get(key, selected.size()));
        button.setEnabled(!selected.isEmpty());
        button.setVisible(visible);
    }

    @Override
    public String getPageTitle() {
        return texts.get("approvals.title");
    }
}
