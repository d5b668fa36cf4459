package org.mentorportal.session.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.function.Consumer;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.Mark;

/** A student's place in a session that is over: who, when, what, and what can be said of it. */
final class PlaceRow extends ListItem {

    private final SessionTexts texts;
    private final AttendanceDetails place;

    private PlaceRow(SessionTexts texts, AttendanceDetails place) {
        this.texts = texts;
        this.place = place;
        addClassName("row");
    }

    /** It waits for a mark. */
    static PlaceRow waiting(SessionTexts texts, AttendanceDetails place, boolean selected, Consumer<Boolean> picked,
                            Consumer<Mark> marked) {
        var row = new PlaceRow(texts, place);
        row.addClassName("mark");
        row.setClassName("selected", selected);
        var pick = new Checkbox(selected);
        pick.setAriaLabel(texts.get("mentor.select", place.studentName(), texts.when(place)));
        pick.addValueChangeListener(change -> {
            row.setClassName("selected", change.getValue());
            picked.accept(change.getValue());
        });
        var actions = new Div();
        actions.addClassName("actions");
        for (Mark mark : Mark.values()) {
            actions.add(row.button("mentor.mark." + mark, mark == Mark.NO_SHOW ? "grave" : "", () -> marked.accept(mark)));
        }
        row.add(pick, row.who(), row.what(), actions);
        return row;
    }

    /** It is marked. */
    static PlaceRow marked(SessionTexts texts, AttendanceDetails place, Runnable reset) {
        var row = new PlaceRow(texts, place);
        row.addClassName("marked");
        var stamp = new Span(texts.stamp(place));
        stamp.addClassName("muted");
        var mark = new Div(stamp);
        mark.addClassName("text");
        if (place.mark() != null) {
            mark.addComponentAsFirst(texts.chip(place.mark()));
        }
        var actions = new Div(row.button("mentor.take-back", "", reset));
        actions.addClassName("actions");
        row.add(row.who(), row.what(), mark, actions);
        return row;
    }

    private Component who() {
        var name = new Span(place.studentName());
        name.addClassName("strong");
        var text = new Div(name);
        text.addClassName("text");
        return text;
    }

    private Component what() {
        var when = new Span(texts.when(place));
        when.addClassName("strong");
        var what = new Span(place.service().title());
        what.addClassName("muted");
        var text = new Div(when, what);
        text.addClassName("text");
        return text;
    }

    private Button button(String key, String look, Runnable action) {
        var button = new Button(texts.get(key), click -> action.run());
        button.setAriaLabel(texts.get("mentor.spoken", texts.get(key), place.studentName(), texts.when(place)));
        if (!look.isEmpty()) {
            button.addClassName(look);
        }
        return button;
    }
}
