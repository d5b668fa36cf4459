package org.mentorportal.booking.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.booking.BoardWatch;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingPath;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.SlotBoards;
import org.mentorportal.booking.SlotState;
import org.mentorportal.booking.StaffBookings;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.live.ui.Screens;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.PageHeader;
import org.mentorportal.shared.ui.PageLink;

/** Step two of booking: the week of one service, live, and what can be done with the slot one has chosen. */
@Route("book/:service")
@PermitAll
class ServiceView extends Div implements BeforeEnterObserver, HasDynamicTitle, SlotPanel.Acts {

    private final CatalogueService catalogue;
    private final SlotBoards boards;
    private final BookingService bookings;
    private final StaffBookings staffBookings;
    private final AccountService accounts;
    private final BookingActions actions;
    private final BookingTexts texts;
    private final CellTexts cells;
    private final Clock clock;
    private final boolean student;

    private @Nullable ServiceInfo service;
    private LocalDate monday;
    private @Nullable BoardWatch watch;
    private @Nullable SlotGrid grid;
    private @Nullable SlotPanel panel;
    private @Nullable BookingDialog dialog;
    private Optional<BookingPath> path = Optional.empty();
    private Optional<Slot> selected = Optional.empty();
    private NearestSlots nearest = new NearestSlots();
    private boolean asked;

    ServiceView(CatalogueService catalogue, SlotBoards boards, BookingService bookings, StaffBookings staffBookings,
                AccountService accounts, BookingActions actions, BookingTexts texts, CellTexts cells, Clock clock, CurrentActor actor) {
        this.catalogue = catalogue;
        this.boards = boards;
        this.bookings = bookings;
        this.staffBookings = staffBookings;
        this.accounts = accounts;
        this.actions = actions;
        this.texts = texts;
        this.cells = cells;
        this.clock = clock;
        this.student = actor.get().is(Role.STUDENT);
        this.monday = BoardKey.monday(LocalDate.now(clock));
    }

    /**
     * {@code book/<service>?week=<any day of it>&slot=<the start that is chosen>}; without a week, the one with the next free
     * slot.
     */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        service = event.getRouteParameters().get("service").flatMap(ServiceView::id).flatMap(catalogue.current()::find)
                .filter(found -> !found.retired()).orElseThrow(NotFoundException::new);
        path = student ? Optional.of(BookingPath.STUDENT)
                : Optional.of(BookingPath.STAFF).filter(staff -> staffBookings.isStaffOf(shown()));
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<LocalDate> wanted = query.getSingleParameter("week").flatMap(text -> parsed(text, LocalDate::parse));
        List<Slot> next = wanted.isPresent() ? List.of() : boards.nextFree(service, 1);
        monday = BoardKey.monday(wanted.or(() -> next.stream().map(Slot::day).findFirst()).orElseGet(() -> LocalDate.now(clock)));
        asked = wanted.isPresent();
        selected = asked ? query.getSingleParameter("slot").flatMap(text -> parsed(text, Instant::parse))
                .flatMap(start -> Slots.at(start, shown(), clock.getZone())).filter(this::isShown) : next.stream().findFirst();
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

    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeParseException notATime) {
            return Optional.empty();
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
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void open() {
        leave();
        removeAll();
        ServiceInfo current = shown();
        UI ui = UI.getCurrent();
        watch = boards.watch(new BoardKey(current.resource().id(), monday), () -> Screens.push(ui, this::refresh));
        List<Slot> slots = Slots.ofWeek(monday, current, clock.getZone());
        grid = new SlotGrid(texts, LocalDate.now(clock), slots,
                texts.get("grid.label", texts.title(current), texts.formats().week(monday)), path.map(any -> this::choose));
        panel = path.map(any -> new SlotPanel(texts, current, !student, this)).orElse(null);
        var board = new Section(slots.isEmpty() ? new Empty(texts.get("grid.empty")) : grid);
        board.addClassName("card");
        var columns = new Div(board);
        if (panel != null) {
            columns.add(panel);
            columns.addClassName("two");
        }
        add(new PageHeader(texts.title(current), texts.summary(current)));
        if (student) {
            add(new Steps(texts, 2));
        }
        add(new WeekBar(texts, current, catalogue.current().servicesOf(current.resource().id()), monday), columns);
        showCells();
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

    /** From the board in memory: no statement, whoever booked what. A service that was edited is shown anew. */
    private void refresh() {
        if (watch == null || grid == null) {
            return;
        }
        ServiceInfo now = catalogue.current().service(shown().id());
        if (now.retired()) {
            retire(now);
        } else if (now.version() != shown().version()) {
            service = now;
            selected = selected.flatMap(slot -> Slots.at(slot.start(), now, clock.getZone()));
            open();
        } else {
            showCells();
            selected.ifPresent(slot -> showPanel(slot, panel != null && panel.isOpen()));
        }
        if (dialog != null) {
            dialog.slotIsNow(now.retired() ? new SlotState.Unavailable(Refused.because(BookingRuleId.SERVICE_RETIRED, now.name()))
                    : stateOf(dialog.slot()));
        }
    }

    private void retire(ServiceInfo gone) {
        leave();
        removeAll();
        add(new PageHeader(texts.title(gone), ""), new Empty(texts.get("grid.retired", gone.name()),
                PageLink.asButton("book", texts.get("grid.retired-next"), true)));
    }

    private void showCells() {
        Optional.ofNullable(grid).ifPresent(shown -> {
            shown.show(slot -> cells.of(slot, stateOf(slot), shown().capacity(), path.isPresent()));
            shown.select(selected);
        });
    }

    private SlotState stateOf(Slot slot) {
        return Optional.ofNullable(watch).orElseThrow().now().stateOf(slot, shown(), clock.instant(),
                path.orElse(BookingPath.STUDENT));
    }

    @Override
    public void choose(Slot slot) {
        choose(slot, true);
    }

    @Override
    public void close() {
        choose(null, true);
    }

    private void choose(@Nullable Slot slot, boolean asked) {
        selected = Optional.ofNullable(slot);
        if (slot != null && !BoardKey.monday(slot.day()).equals(monday)) {
            UI.getCurrent().navigate(ServiceView.class,
                    new RouteParameters(new RouteParam("service", shown().id().toString())),
                    QueryParameters.simple(Map.of("week", slot.day().toString(), "slot", slot.start().toString())));
            return;
        }
        Optional.ofNullable(grid).ifPresent(shown -> shown.select(selected));
        if (slot == null) {
            Optional.ofNullable(panel).ifPresent(side -> side.showNothing(!free().isEmpty()));
        } else {
            nearest = new NearestSlots();
            if (student && stateOf(slot) instanceof SlotState.Unavailable) {
                nearest.chosen(slot, free(), () -> boards.nextFree(shown(), Integer.MAX_VALUE));
            }
            showPanel(slot, asked);
        }
    }

    private List<Slot> free() {
        return Optional.ofNullable(grid).stream().flatMap(SlotGrid::free).map(SlotCell::slot).toList();
    }

    private void showPanel(Slot slot, boolean asked) {
        Optional.ofNullable(panel).ifPresent(side -> side.show(slot, stateOf(slot), nearest.of(slot, free()), asked));
    }

    @Override
    public void book(Slot slot) {
        ServiceInfo current = shown();
        Booker booker = student ? new ForOneself(texts, current, bookings) : new ForStudent(texts, current, bookings, accounts,
                whom -> staffBookings.whyNotAsStudent(whom.id(), current, slot.start()));
        var opened = new BookingDialog(texts, current, slot, booker, outcome -> ended(outcome, booker));
        opened.addOpenedChangeListener(change -> {
            if (!change.isOpened()) {
                dialog = null;
            }
        });
        dialog = opened;
        opened.open();
    }

    @Override
    public Component own(SlotState.Yours booking, Slot slot) {
        return actions.buttons(actions.allowed(slot.start(), booking.cancelUntil(), true), booking.booking(),
                texts.get("actions.which", texts.title(shown()), texts.when(slot)), booking.cancelUntil(), this::refresh);
    }

    private void ended(BookingOutcome outcome, Booker booker) {
        refresh();
        switch (outcome) {
            case BookingOutcome.Done done -> booker.booked(done.booking(), false).open();
            case BookingOutcome.AlreadySo already -> booker.booked(already.booking(), true).open();
            case BookingOutcome.Stale stale -> throw new IllegalStateException("a new booking has no older version");
            case BookingOutcome.NotDone lost -> new LostDialog(texts, lost, booker.refusal(lost.why()), this::choose).open();
        }
    }

    @Override
    public String getPageTitle() {
        return service == null ? texts.get("book.title") : texts.title(service);
    }
}
