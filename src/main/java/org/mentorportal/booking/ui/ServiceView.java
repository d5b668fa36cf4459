package org.mentorportal.booking.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingPath;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.SlotBoards;
import org.mentorportal.booking.SlotSearch;
import org.mentorportal.booking.SlotState;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.shared.ui.Segments;

/** Step two of booking: the week of one service, live, and what can be done with the slot one has chosen. */
@Route("book/:service")
@PermitAll
class ServiceView extends Div implements BeforeEnterObserver, HasDynamicTitle, WeekBoard.Page {

    private final CatalogueService catalogue;
    private final SlotBoards boards;
    private final SlotSearch search;
    private final Bookers bookers;
    private final BookingActions actions;
    private final List<BookingNotices> notices;
    private final BookingTexts texts;
    private final CellTexts cells;
    private final Clock clock;

    private @Nullable ServiceInfo service;
    private LocalDate monday;
    private List<BookingPath> paths = List.of();
    private Optional<BookingPath> path = Optional.empty();
    private Optional<Slot> selected = Optional.empty();
    private boolean asked;
    private List<Component> below = List.of();
    private @Nullable WeekBoard week;
    private @Nullable BookingDialog dialog;
    /** What a student wrote for a slot that was lost, or left; not yet booked. */
    private @Nullable Details draft;

    ServiceView(CatalogueService catalogue, SlotBoards boards, SlotSearch search, Bookers bookers, BookingActions actions,
                List<BookingNotices> notices, BookingTexts texts, CellTexts cells, Clock clock) {
        this.catalogue = catalogue;
        this.boards = boards;
        this.search = search;
        this.bookers = bookers;
        this.actions = actions;
        this.notices = notices;
        this.texts = texts;
        this.cells = cells;
        this.clock = clock;
        this.monday = BoardKey.monday(LocalDate.now(clock));
    }

    /** Where the address names no week, the one with the next free slot. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var address = WeekAddress.of(event.getRouteParameters(), event.getLocation().getQueryParameters());
        ServiceInfo before = service;
        service = address.service().flatMap(catalogue.current()::find).filter(found -> !found.retired())
                .orElseThrow(NotFoundException::new);
        if (before != null && !before.id().equals(shown().id())) {
            draft = null;
        }
        paths = bookers.paths(shown());
        path = Optional.ofNullable(ComponentUtil.getData(event.getUI(), BookingPath.class)).filter(paths::contains)
                .or(() -> paths.stream().findFirst());
        asked = address.week().isPresent();
        List<Slot> next = asked ? List.of() : search.nextFree(service, 1);
        monday = BoardKey.monday(address.week().or(() -> next.stream().map(Slot::day).findFirst()).orElseGet(() -> LocalDate.now(clock)));
        selected = asked ? address.slot().flatMap(start -> Slots.at(start, shown(), clock.getZone())).filter(this::isShown)
                : next.stream().findFirst();
        if (isAttached()) { // another week or a sister service: the same view goes on
            open();
        }
    }

    private boolean isShown(Slot slot) {
        return BoardKey.monday(slot.day()).equals(monday);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        open();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        leave();
    }

    private void leave() {
        if (week != null) {
            week.leave();
            week = null;
        }
    }

    private void open() {
        leave();
        removeAll();
        add(new PageHeader(shown().title(), texts.summary(shown())));
        if (paths.size() > 1) {
            var whom = new Segments<>(texts.get("grid.for"), paths, way -> texts.get("grid.for." + way), this::bookOn);
            path.ifPresent(whom::select);
            var bar = new Div(whom);
            bar.addClassName("bar");
            add(bar);
        }
        openWeek();
    }

    /** For this week and whatever this tab shows next; the choice keeps its elements, and with them whoever stands on one. */
    private void bookOn(BookingPath way) {
        ComponentUtil.setData(UI.getCurrent(), BookingPath.class, way);
        path = Optional.of(way);
        selected = Optional.ofNullable(week).flatMap(WeekBoard::selected);
        leave();
        remove(below);
        openWeek();
    }

    private void openWeek() {
        ServiceInfo current = shown();
        var opened = new WeekBoard(texts, cells, actions, boards, search, clock, current, monday, path, this);
        week = opened;
        var parts = new ArrayList<Component>();
        if (path.filter(BookingPath.STUDENT::equals).isPresent()) {
            notices.forEach(notice -> parts.add(notice.onService(current)));
            parts.add(new Steps(texts, 2));
        }
        parts.add(new WeekBar(texts, current, catalogue.current().servicesOf(current.resource().id()), monday));
        parts.add(opened);
        below = parts;
        add(below);
        opened.begin(selected, asked);
    }

    private ServiceInfo shown() {
        return Optional.ofNullable(service).orElseThrow();
    }

    /** A service that was edited is shown anew. */
    @Override
    public void refresh() {
        if (week == null) {
            return;
        }
        ServiceInfo now = catalogue.current().service(shown().id());
        if (now.retired()) {
            retire(now);
        } else if (now.version() != shown().version()) {
            service = now;
            selected = week.selected().flatMap(slot -> Slots.at(slot.start(), now, clock.getZone()));
            open();
        } else {
            week.refresh();
        }
        if (dialog != null) {
            dialog.slotIsNow(week == null ? new SlotState.Unavailable(Refused.because(BookingRuleId.SERVICE_RETIRED, now.name()))
                    : week.stateOf(dialog.slot()));
        }
    }

    private void retire(ServiceInfo gone) {
        leave();
        removeAll();
        add(new PageHeader(gone.title(), ""), new Empty(texts.get("grid.retired", gone.name()),
                PageLink.asButton("book", texts.get("grid.retired-next"), true)));
    }

    @Override
    public void book(Slot slot) {
        Booker booker = bookers.of(path.orElseThrow(), shown(), slot);
        var opened = new BookingDialog(texts, shown(), slot, booker, outcome -> ended(outcome, booker));
        boolean oneself = booker.chooser().isEmpty();
        if (draft != null && oneself) {
            opened.begin(draft);
        }
        opened.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                draft = oneself ? opened.written() : draft;
                dialog = null;
            }
        });
        dialog = opened;
        opened.open();
    }

    private void ended(BookingOutcome outcome, Booker booker) {
        if (outcome.refusal().isEmpty()) {
            draft = null;
        }
        refresh();
        switch (outcome) {
            case BookingOutcome.Done done -> booker.booked(done.booking(), false).open();
            case BookingOutcome.AlreadySo already -> booker.booked(already.booking(), true).open();
            case BookingOutcome.Stale stale -> throw new IllegalStateException("a new booking has no older version");
            case BookingOutcome.NotDone lost -> new LostDialog(texts, lost, booker.refusal(lost.why()), this::choose).open();
        }
    }

    private void choose(Slot slot) {
        Optional.ofNullable(week).ifPresent(shown -> shown.choose(slot));
    }

    @Override
    public String getPageTitle() {
        return service == null ? texts.get("book.title") : service.title();
    }
}
