package org.mentorportal.booking.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.booking.BoardWatch;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.SlotBoards;
import org.mentorportal.booking.SlotState;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.live.ui.Screens;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;

/** Step two of booking: the week of one service, live, and what can be done with the slot one has chosen. */
@Route("book/:service")
@PermitAll
class ServiceView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Catalogue catalogue;
    private final SlotBoards boards;
    private final BookingService bookings;
    private final BookingTexts texts;
    private final CellTexts cells;
    private final Clock clock;
    private final boolean mayBook;

    private @Nullable ServiceInfo service;
    private LocalDate monday;
    private @Nullable BoardWatch watch;
    private @Nullable SlotGrid grid;
    private @Nullable SlotPanel panel;
    private @Nullable BookingDialog dialog;
    private Optional<Slot> selected = Optional.empty();
    private boolean asked;

    ServiceView(CatalogueService catalogue, SlotBoards boards, BookingService bookings, BookingTexts texts, CellTexts cells,
                Clock clock, CurrentActor actor) {
        this.catalogue = catalogue.current();
        this.boards = boards;
        this.bookings = bookings;
        this.texts = texts;
        this.cells = cells;
        this.clock = clock;
        this.mayBook = actor.get().is(Role.STUDENT);
        this.monday = BoardKey.monday(LocalDate.now(clock));
    }

    /** {@code book/<service>?week=<any day of it>}; without a week, the one with the next free slot. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        service = event.getRouteParameters().get("service").flatMap(ServiceView::id).flatMap(catalogue::find)
                .filter(found -> !found.retired()).orElseThrow(NotFoundException::new);
        Optional<LocalDate> wanted = event.getLocation().getQueryParameters().getSingleParameter("week").flatMap(ServiceView::day);
        List<Slot> next = wanted.isPresent() ? List.of() : boards.nextFree(service, 1);
        monday = BoardKey.monday(wanted.or(() -> next.stream().map(Slot::day).findFirst()).orElseGet(() -> LocalDate.now(clock)));
        asked = wanted.isPresent();
        selected = asked ? selected.filter(this::isShown) : next.stream().findFirst();
        if (isAttached()) { // another week or a sister service: the same view goes on
            open();
        }
    }

    private static Optional<ServiceId> id(String text) {
        try {
            return Optional.of(new ServiceId(Long.parseLong(text)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    /** A slot that was chosen from the offers of another week. */
    private boolean isShown(Slot slot) {
        return slot.service().equals(shown().id()) && BoardKey.monday(slot.day()).equals(monday);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        open();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        close();
    }

    private void close() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void open() {
        close();
        removeAll();
        ServiceInfo current = shown();
        UI ui = UI.getCurrent();
        watch = boards.watch(new BoardKey(current.resource().id(), monday), () -> Screens.push(ui, this::refresh));
        List<Slot> slots = Slots.ofWeek(monday, current, clock.getZone());
        grid = new SlotGrid(texts, LocalDate.now(clock), slots,
                texts.get("grid.label", texts.title(current), texts.formats().week(monday)), slot -> choose(slot, true));
        panel = mayBook ? new SlotPanel(texts, current, this::book, slot -> choose(slot, true), () -> choose(null, true)) : null;
        var board = new Section(slots.isEmpty() ? new Empty(texts.get("grid.empty")) : grid);
        board.addClassName("card");
        var columns = new Div(board);
        if (panel != null) {
            columns.add(panel);
            columns.addClassName("two");
        }
        add(new PageHeader(texts.title(current), texts.summary(current)));
        if (mayBook) {
            add(new Steps(texts, 2));
        }
        add(bar(current), columns);
        refresh();
        choose(selected.orElse(null), asked);
        grid.showDay(selected.map(Slot::day).orElseGet(this::firstDay));
    }

    private LocalDate firstDay() {
        LocalDate today = LocalDate.now(clock);
        return BoardKey.monday(today).equals(monday) ? today : monday;
    }

    private ServiceInfo shown() {
        return Optional.ofNullable(service).orElseThrow();
    }

    private Div bar(ServiceInfo current) {
        var week = new Div(weekLink("‹", texts.get("grid.week-before"), monday.minusWeeks(1)),
                new Span(texts.formats().week(monday)), weekLink("›", texts.get("grid.week-after"), monday.plusWeeks(1)));
        week.addClassNames("segments", "weeks");
        var sisters = new Div();
        sisters.addClassName("segments");
        catalogue.servicesOf(current.resource().id()).forEach(sister -> {
            var link = link(sister, monday, sister.name());
            link.setClassName("on", sister.id().equals(current.id()));
            sisters.add(link);
        });
        var live = new Span(texts.get("grid.live"));
        live.addClassNames("chip", "off", "live");
        live.getElement().setAttribute("title", texts.get("grid.live-title"));
        var bar = new Div(week, sisters, live);
        bar.addClassName("bar");
        return bar;
    }

    private PageLink weekLink(String text, String spoken, LocalDate day) {
        var link = link(shown(), day, text);
        link.setAriaLabel(spoken);
        return link;
    }

    private static PageLink link(ServiceInfo service, LocalDate week, String text) {
        return new PageLink("book/" + service.id() + "?week=" + week, text);
    }

    /** From the board in memory: no statement, whoever changed what. */
    private void refresh() {
        if (watch == null || grid == null) {
            return;
        }
        grid.show(slot -> cells.of(slot, stateOf(slot), shown().capacity(), mayBook));
        grid.select(selected);
        selected.ifPresent(slot -> showPanel(slot, panel != null && panel.isOpen()));
        if (dialog != null) {
            dialog.slotIsNow(stateOf(dialog.slot()));
        }
    }

    private SlotState stateOf(Slot slot) {
        return Optional.ofNullable(watch).orElseThrow().now().stateOf(slot, shown(), clock.instant());
    }

    private void choose(@Nullable Slot slot, boolean asked) {
        selected = Optional.ofNullable(slot);
        if (slot != null && !BoardKey.monday(slot.day()).equals(monday)) {
            UI.getCurrent().navigate(ServiceView.class,
                    new RouteParameters(new RouteParam("service", shown().id().toString())),
                    QueryParameters.of("week", slot.day().toString()));
            return;
        }
        Optional.ofNullable(grid).ifPresent(shown -> shown.select(selected));
        if (slot == null) {
            Optional.ofNullable(panel).ifPresent(side -> side.showNothing(grid != null && grid.free().findAny().isPresent()));
        } else {
            showPanel(slot, asked);
        }
    }

    private void showPanel(Slot slot, boolean asked) {
        SlotState state = stateOf(slot);
        List<Slot> next = Optional.ofNullable(grid).stream().flatMap(SlotGrid::free).map(SlotCell::slot)
                .filter(free -> !free.equals(slot)).sorted(Comparator.comparing(Slot::start)).limit(3).toList();
        Optional.ofNullable(panel).ifPresent(side -> side.show(slot, state, mayBook ? next : List.of(), asked));
    }

    private void book(Slot slot) {
        var opened = new BookingDialog(texts, shown(), slot, bookings::request, this::ended);
        opened.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                dialog = null;
            }
        });
        dialog = opened;
        opened.open();
    }

    private void ended(BookingOutcome outcome) {
        refresh();
        switch (outcome) {
            case BookingOutcome.Done done -> new BookedDialog(texts, done.booking(), false).open();
            case BookingOutcome.AlreadySo already -> new BookedDialog(texts, already.booking(), true).open();
            case BookingOutcome.Stale stale -> throw new IllegalStateException("a new booking has no older version");
            case BookingOutcome.NotDone lost -> new LostDialog(texts, lost, slot -> choose(slot, true)).open();
        }
    }

    @Override
    public String getPageTitle() {
        return service == null ? texts.get("book.title") : texts.title(service);
    }
}
