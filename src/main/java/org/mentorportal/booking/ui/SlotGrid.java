package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.Formats;

/**
 * A week of one service: days are columns on a desk; on a phone one day fills the width and the others are a swipe, or a
 * touch of the day's name, away.
 */
final class SlotGrid extends Div {

    /** Scrolls to a day, and lets the strip of days follow whichever day a swipe brings. */
    private static final String SHOW_DAY = """
            const week = this.querySelector('.week'), heads = [...this.querySelectorAll('.day')];
            const buttons = [...this.querySelectorAll('.day-strip button')];
            const left = () => week.getBoundingClientRect().left + parseFloat(getComputedStyle(week).scrollPaddingLeft || 0);
            const mark = () => {
              const gaps = heads.map(head => Math.abs(head.getBoundingClientRect().left - left()));
              const now = gaps.indexOf(Math.min(...gaps));
              buttons.forEach((button, n) => button.setAttribute('aria-pressed', n === now));
            };
            week.onscroll = mark;
            requestAnimationFrame(() => {
              const head = heads.find(one => one.dataset.day === $0) ?? heads[0];
              if (head) week.scrollBy({left: head.getBoundingClientRect().left - left(), behavior: 'instant'});
              mark();
            });""";

    private final Formats formats;
    private final Map<Instant, SlotCell> cells = new LinkedHashMap<>();

    /** @param chosen what the press of a cell does; without it cells are text */
    SlotGrid(BookingTexts texts, LocalDate today, List<Slot> slots, String label, Optional<SlotCell.Chosen> chosen) {
        this.formats = texts.formats();
        List<LocalDate> days = days(slots);
        var table = new Div();
        table.addClassName("week");
        table.getStyle().set("--days", Integer.toString(days.size()));
        table.getElement().setAttribute("role", "table").setAttribute("aria-label", label);
        table.add(header(days, today));
        rows(slots).forEach((time, row) -> table.add(row(time, days, row, chosen)));
        add(dayStrip(days, today), table);
    }

    private static List<LocalDate> days(List<Slot> slots) {
        return slots.stream().map(Slot::day).distinct().sorted().toList();
    }

    private Map<LocalTime, Map<LocalDate, Slot>> rows(List<Slot> slots) {
        var rows = new TreeMap<LocalTime, Map<LocalDate, Slot>>();
        slots.forEach(slot -> rows.computeIfAbsent(slot.start().atZone(formats.zone()).toLocalTime(), time -> new TreeMap<>())
                .put(slot.day(), slot));
        return rows;
    }

    private Div dayStrip(List<LocalDate> days, LocalDate today) {
        var strip = new Div();
        strip.addClassName("day-strip");
        days.forEach(day -> {
            var button = new NativeButton();
            button.addClickListener(click -> showDay(day));
            button.add(new Span(formats.weekday(day)), new Text(" "), new Span(Integer.toString(day.getDayOfMonth())));
            button.setClassName("today", day.equals(today));
            strip.add(button);
        });
        return strip;
    }

    private Div header(List<LocalDate> days, LocalDate today) {
        var header = row();
        header.add(new Div());
        days.forEach(day -> {
            var number = new Span(Integer.toString(day.getDayOfMonth()));
            var cell = new Div(new Span(formats.weekday(day)), number);
            cell.addClassName("day");
            cell.setClassName("today", day.equals(today));
            cell.getElement().setAttribute("role", "columnheader").setAttribute("aria-label", formats.day(day))
                    .setAttribute("data-day", day.toString());
            header.add(cell);
        });
        return header;
    }

    private Div row(LocalTime time, List<LocalDate> days, Map<LocalDate, Slot> slots, Optional<SlotCell.Chosen> chosen) {
        var row = row();
        var label = new Div(formats.time(time));
        label.addClassName("time");
        label.getElement().setAttribute("role", "rowheader");
        row.add(label);
        days.forEach(day -> row.add(Optional.ofNullable(slots.get(day)).map(slot -> cell(slot, chosen))
                .orElseGet(SlotGrid::nothing)));
        return row;
    }

    private static Div row() {
        var row = new Div();
        row.addClassName("row-of-slots");
        row.getElement().setAttribute("role", "row");
        return row;
    }

    private Div cell(Slot slot, Optional<SlotCell.Chosen> chosen) {
        var cell = new SlotCell(slot, chosen);
        cells.put(slot.start(), cell);
        return cell;
    }

    private static Div nothing() {
        var nothing = new Div();
        nothing.getElement().setAttribute("role", "cell");
        return nothing;
    }

    void show(Function<Slot, CellModel> model) {
        cells.values().forEach(cell -> cell.show(model.apply(cell.slot())));
    }

    void select(Optional<Slot> selected) {
        cells.values().forEach(cell -> cell.setSelected(selected.filter(cell.slot()::equals).isPresent()));
    }

    /** On a phone, brings the day into view; on a desk all days are. */
    void showDay(LocalDate day) {
        getElement().executeJs(SHOW_DAY, day.toString());
    }

    void focus(Slot slot) {
        Optional.ofNullable(cells.get(slot.start())).ifPresent(SlotCell::focus);
    }

    Stream<SlotCell> free() {
        return cells.values().stream().filter(SlotCell::isFree);
    }
}
