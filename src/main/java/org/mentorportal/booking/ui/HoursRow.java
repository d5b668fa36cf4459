package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.shared.ui.DayField;

/** One weekly window as fields. */
final class HoursRow extends Div {

    private final Select<DayOfWeek> weekday = new Select<>();
    private final TimePicker opens = new TimePicker();
    private final TimePicker closes = new TimePicker();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();

    HoursRow(BookingTexts texts, ServiceTexts services, Hours hours, Consumer<HoursRow> removed) {
        addClassName("hours-row");
        getElement().setAttribute("role", "group").setAttribute("aria-label", texts.get("services.window"));
        weekday.setLabel(texts.get("services.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(services::weekday);
        weekday.setValue(hours.weekday());
        opens.setLabel(texts.get("services.opens"));
        opens.setValue(hours.opens());
        closes.setLabel(texts.get("services.closes"));
        closes.setValue(hours.closes());
        Stream.of(opens, closes).forEach(time -> {
            time.setLocale(texts.formats().locale());
            time.setStep(Duration.ofMinutes(15));
        });
        from.setLabel(texts.get("services.valid-from"));
        from.setValue(hours.validFrom());
        until.setLabel(texts.get("services.valid-until"));
        until.setPlaceholder(texts.get("services.valid-until-open"));
        until.setClearButtonVisible(true);
        until.setValue(hours.validUntil());
        Stream.of(from, until).forEach(day -> DayField.speak(day, texts.formats().locale(), texts::get));
        var remove = new Button(texts.get("services.remove-window"), click -> removed.accept(this));
        remove.setAriaLabel(texts.get("services.remove-window-spoken", services.weekday(hours.weekday()),
                texts.formats().time(hours.opens())));
        add(weekday, opens, closes, from, until, remove);
    }

    /** Nothing while a field is empty or cannot be read; the last day alone may be left out. */
    Optional<Hours> value() {
        boolean whole = !weekday.isEmpty() && !opens.isEmpty() && !closes.isEmpty() && !from.isEmpty()
                && !until.getDefaultValidator().apply(until.getValue(), null).isError();
        return whole ? Optional.of(new Hours(weekday.getValue(), opens.getValue(), closes.getValue(), from.getValue(),
                until.getValue())) : Optional.empty();
    }

    void focusFirst() {
        weekday.focus();
    }
}
