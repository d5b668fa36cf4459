package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.booking.BoardWatch;
import org.mentorportal.booking.BookingPath;
import org.mentorportal.booking.SlotBoards;
import org.mentorportal.booking.SlotSearch;
import org.mentorportal.booking.SlotState;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.live.ui.Screens;
import org.mentorportal.shared.ui.Empty;

/**
 * One week of a service, live, and beside it the slot that was chosen. It watches from when it is made until it is told to
 * leave; all that it shows comes from the board in memory, whoever booked what.
 */
final class WeekBoard extends Div implements SlotPanel.Acts {

    /** What the page does around the week. */
    interface Page {

        void book(Slot slot);

        /** Something changed, here or elsewhere; comes back to the week as {@link WeekBoard#refresh()}. */
        void refresh();
    }

    private final BookingTexts texts;
    private final CellTexts cells;
    private final BookingActions actions;
    private final SlotBoards boards;
    private final SlotSearch search;
    private final Clock clock;
    private final ServiceInfo service;
    private final LocalDate monday;
    private final Optional<BookingPath> path;
    private final Page page;
    private final BoardWatch watch;
    private final SlotGrid grid;
    private final @Nullable SlotPanel panel;
    private Optional<Slot> selected = Optional.empty();
    private NearestSlots nearest;

    /** @param path how the viewer may book; others see the week as text, and no panel */
    WeekBoard(BookingTexts texts, CellTexts cells, BookingActions actions, SlotBoards boards, SlotSearch search, Clock clock, ServiceInfo service,
              LocalDate monday, Optional<BookingPath> path, Page page) {
        this.texts = texts;
        this.cells = cells;
        this.actions = actions;
        this.boards = boards;
        this.search = search;
        this.clock = clock;
        this.service = service;
        this.monday = monday;
        this.path = path;
        this.page = page;
        nearest = new NearestSlots(clock.getZone());
        UI ui = UI.getCurrent();
        watch = boards.watch(new BoardKey(service.resource().id(), monday), () -> Screens.push(ui, page::refresh));
        List<Slot> slots = Slots.ofWeek(monday, service, clock.getZone());
        grid = new SlotGrid(texts, LocalDate.now(clock), slots,
                texts.get("grid.label", service.title(), texts.formats().week(monday)), path.map(any -> this::chooseCell));
        panel = path.map(way -> new SlotPanel(texts, service, way == BookingPath.STAFF, this)).orElse(null);
        var week = new Section(slots.isEmpty() ? new Empty(texts.get("grid.empty")) : grid);
        week.addClassName("card");
        add(week);
        if (panel != null) {
            add(panel);
            Shortcuts.addShortcutListener(panel, this::close, Key.ESCAPE).listenOn(this);
            addClassName("two");
        }
        showCells();
    }

    /** Begins with that slot chosen, or none. */
    void begin(Optional<Slot> slot, boolean asked) {
        choose(slot.orElse(null), asked);
        grid.showDay(slot.map(Slot::day).orElseGet(this::firstDay));
    }

    private LocalDate firstDay() {
        LocalDate today = LocalDate.now(clock);
        return BoardKey.monday(today).equals(monday) ? today : monday;
    }

    void leave() {
        watch.close();
    }

    Optional<Slot> selected() {
        return selected;
    }

    void refresh() {
        showCells();
        selected.ifPresentOrElse(slot -> showPanel(slot, panel != null && panel.isOpen()), this::showNothing);
    }

    private void showCells() {
        grid.show(slot -> cells.of(slot, stateOf(slot), service.capacity(), path.isPresent()));
        grid.select(selected);
    }

    SlotState stateOf(Slot slot) {
        return watch.now().stateOf(slot, service, clock.instant(), path.orElse(BookingPath.STUDENT));
    }

    /** By a link of the panel, which has gone then. */
    @Override
    public void choose(Slot slot) {
        choose(slot, true);
        goOnInPanel();
    }

    /** Whoever chose by keyboard goes on in the panel, which is far away by tab; Escape leads back to the cell. */
    private void chooseCell(Slot slot, boolean byKeyboard) {
        choose(slot, true);
        if (byKeyboard) {
            goOnInPanel();
        }
    }

    private void goOnInPanel() {
        Optional.ofNullable(panel).ifPresent(SlotPanel::focus);
    }

    @Override
    public void close() {
        Optional<Slot> left = selected;
        choose(null, true);
        left.ifPresent(grid::focus);
    }

    private void choose(@Nullable Slot slot, boolean asked) {
        selected = Optional.ofNullable(slot);
        if (slot != null && !BoardKey.monday(slot.day()).equals(monday)) {
            WeekAddress.goTo(slot);
            return;
        }
        grid.select(selected);
        if (slot == null) {
            showNothing();
        } else {
            nearest = new NearestSlots(clock.getZone());
            if (stateOf(slot) instanceof SlotState.Unavailable) {
                path.ifPresent(way -> nearest.chosen(slot, free(), () -> search.freeAround(slot, service, way)));
            }
            showPanel(slot, asked);
        }
    }

    private void showNothing() {
        Optional.ofNullable(panel).ifPresent(side -> side.showNothing(!free().isEmpty()));
    }

    private List<Slot> free() {
        return grid.free().map(SlotCell::slot).toList();
    }

    private void showPanel(Slot slot, boolean asked) {
        Optional.ofNullable(panel).ifPresent(side -> side.show(slot, stateOf(slot), nearest.of(slot, free()), asked));
    }

    @Override
    public void book(Slot slot) {
        page.book(slot);
    }

    @Override
    public Component own(SlotState.Yours booking, Slot slot) {
        return actions.buttons(actions.allowed(slot.start(), booking.cancelUntil(), true), booking.booking(),
                texts.get("actions.which", service.title(), texts.when(slot)), booking.cancelUntil(), page::refresh);
    }
}
