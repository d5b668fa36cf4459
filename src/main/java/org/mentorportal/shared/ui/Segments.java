package org.mentorportal.shared.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A choice among a few, all of them visible. */
public final class Segments<T> extends Div {

    private final Map<T, NativeButton> buttons = new LinkedHashMap<>();

    public Segments(String label, Iterable<T> choices, Function<T, String> text, Consumer<T> chosen) {
        addClassName("segments");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
        choices.forEach(choice -> {
            var button = new NativeButton(text.apply(choice), click -> {
                select(choice);
                chosen.accept(choice);
            });
            buttons.put(choice, button);
            add(button);
        });
    }

    public void select(T choice) {
        buttons.forEach((value, button) -> {
            boolean on = value.equals(choice);
            button.setClassName("on", on);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        });
    }

    public void setText(T choice, String text) {
        buttons.get(choice).setText(text);
    }
}
