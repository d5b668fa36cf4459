package org.mentorportal.trail.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.Subject;
import org.mentorportal.shared.ui.DayField;
import org.mentorportal.trail.TrailFilter;

/** What of the trail is wanted; each change asks anew. Whom it is about is for those who may read everybody's. */
final class FilterBar extends Div {

    private final TextField person = new TextField();
    private final Select<String> kind = new Select<>();
    private final Select<String> command = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final TrailTexts texts;

    FilterBar(TrailTexts texts, List<String> commands, boolean everybody, Runnable changed) {
        this.texts = texts;
        addClassNames("fields", "filters");
        person.setLabel(texts.get("trail.filter.person"));
        person.setMaxLength(120);
        person.setClearButtonVisible(true);
        person.setValueChangeMode(ValueChangeMode.LAZY);
        person.addValueChangeListener(change -> changed.run());
        person.setVisible(everybody);
        choice(kind, "trail.filter.kind", TrailKinds.ALL, changed);
        kind.setItemLabelGenerator(one -> one == null ? texts.get("trail.filter.any") : texts.kind(one));
        choice(command, "trail.filter.command", commands, changed);
        command.setItemLabelGenerator(one -> one == null ? texts.get("trail.filter.any") : one);
        command.setVisible(everybody);
        day(from, "trail.filter.from", changed);
        day(to, "trail.filter.to", changed);
        add(person, kind, command, from, to);
    }

    private void choice(Select<String> field, String key, List<String> choices, Runnable changed) {
        field.setLabel(texts.get(key));
        field.setItems(choices);
        field.setEmptySelectionAllowed(true);
        field.setEmptySelectionCaption(texts.get("trail.filter.any"));
        field.addValueChangeListener(change -> changed.run());
    }

    private void day(DatePicker field, String key, Runnable changed) {
        field.setLabel(texts.get(key));
        DayField.speak(field, texts.formats().locale(), texts::get);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> {
            judge();
            changed.run();
        });
    }

    /** What is no day has said so itself, and is empty. */
    private void judge() {
        boolean before = !from.isEmpty() && !to.isEmpty() && to.getValue().isBefore(from.getValue());
        to.setErrorMessage(before ? texts.get("trail.filter.to-before") : "");
        if (!to.isEmpty()) {
            to.setInvalid(before);
        }
    }

    TrailFilter filter(@Nullable Subject subject) {
        LocalDate last = to.getValue();
        return new TrailFilter(subject, person.getValue(), kind.getValue(), begin(from.getValue()), begin(last == null ? null : last.plusDays(1)),
                command.getValue());
    }

    private @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(texts.formats().zone()).toInstant();
    }
}
