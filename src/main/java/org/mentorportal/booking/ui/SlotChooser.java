package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.mentorportal.booking.BoardKey;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.ui.Empty;

/** Free slots to choose from: a week at a time, days with their times as buttons. */
final class SlotChooser extends Div {

    private final BookingTexts texts;
    private final Consumer<Slot> chosen;
    private final NativeButton before;
    private final NativeButton after;
    private final Span name = new Span();
    private final Div days = new Div();
    private final Map<Slot, NativeButton> buttons = new LinkedHashMap<>();
    private List<Map.Entry<LocalDate, List<Slot>>> weeks = List.of();
    private int week;
    private Optional<Slot> selected = Optional.empty();

    SlotChooser(BookingTexts texts, Consumer<Slot> chosen) {
        this.texts = texts;
        this.chosen = chosen;
        addClassName("chooser");
        before = new NativeButton("‹", click -> turn(-1));
        before.setAriaLabel(texts.get("grid.week-before"));
        after = new NativeButton("›", click -> turn(1));
        after.setAriaLabel(texts.get("grid.week-after"));
        name.getElement().setAttribute("aria-live", "polite");
        var bar = new Div(before, name, after);
        bar.addClassNames("segments", "weeks");
        days.addClassName("chooser-days");
        add(bar, days);
    }

    /**
     * Begins with the week of {@code around}, or else the next that has any of {@code slots}, and with none of them chosen; weeks
     * without any are passed over.
     */
    void show(List<Slot> slots, LocalDate around) {
        weeks = List.copyOf(slots.stream().collect(Collectors.groupingBy(slot -> BoardKey.monday(slot.day()), TreeMap::new,
                Collectors.toList())).entrySet());
        long earlier = weeks.stream().filter(one -> one.getKey().isBefore(BoardKey.monday(around))).count();
        week = Math.max(0, (int) Math.min(earlier, weeks.size() - 1));
        selected = Optional.empty();
        turn(0);
    }

    void select(Slot slot) {
        selected = Optional.of(slot);
        buttons.forEach(this::mark);
    }

    private void mark(Slot slot, NativeButton button) {
        button.getElement().setAttribute("aria-pressed", Boolean.toString(selected.filter(slot::equals).isPresent()));
    }

    static NativeButton button(String text, Runnable pressed) {
        var button = new NativeButton(text, click -> pressed.run());
        button.addClassName("time-button");
        return button;
    }

    private void turn(int by) {
        week += by;
        before.setEnabled(week > 0);
        after.setEnabled(week < weeks.size() - 1);
        buttons.clear();
        days.removeAll();
        if (weeks.isEmpty()) {
            days.add(new Empty(texts.get("move.none")));
            name.setText("");
            return;
        }
        name.setText(texts.formats().week(weeks.get(week).getKey()));
        weeks.get(week).getValue().stream().collect(Collectors.groupingBy(Slot::day, TreeMap::new, Collectors.toList()))
                .forEach(this::addDay);
    }

    private void addDay(LocalDate day, List<Slot> slots) {
        var times = new Div();
        times.addClassName("times");
        slots.forEach(slot -> {
            var button = button(texts.formats().time(slot.start()), () -> chosen.accept(slot));
            button.setAriaLabel(texts.when(slot));
            mark(slot, button);
            buttons.put(slot, button);
            times.add(button);
        });
        days.add(new H3(texts.formats().day(day)), times);
    }
}
