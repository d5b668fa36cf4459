package org.mentorportal.trail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.shared.ui.DayField;

/** A moment, and how it stood then by the trail alone; to begin with, now. */
final class ThenCard extends Div {

    ThenCard(TrailTexts texts, Instant now, Function<Instant, Optional<Component>> state) {
        addClassNames("card", "stack", "then");
        ZoneId zone = texts.formats().zone();
        var moment = new DateTimePicker();
        moment.setLabel(texts.get("trail.then.moment"));
        DayField.speak(moment, texts.formats().locale(), texts::get);
        var answer = new Div();
        answer.getElement().setAttribute("aria-live", "polite");
        moment.addValueChangeListener(change -> {
            answer.removeAll();
            LocalDateTime asked = change.getValue();
            if (asked != null) {
                Instant at = asked.atZone(zone).toInstant();
                // A minute is meant whole: what happened in it has happened
                answer.add(state.apply(at.plusSeconds(59).plusNanos(999_999_999)).orElseGet(() -> new Paragraph(texts.get("trail.then.not-yet"))));
            }
        });
        add(new H2(texts.get("trail.then.title")), moment, answer);
        moment.setValue(LocalDateTime.ofInstant(now, zone).withSecond(0).withNano(0));
    }
}
