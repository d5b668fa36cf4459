package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.catalogue.ServiceInfo;

/** One time of a weekly plan as fields. */
final class PlanRow extends Div {

    private final Select<ServiceInfo> service = new Select<>();
    private final Select<DayOfWeek> weekday = new Select<>();
    private final TimePicker time = new TimePicker();

    /** @param chosen may be of a service that the cycle no longer has */
    PlanRow(MentorshipTexts texts, List<ServiceInfo> services, @Nullable ServiceInfo chosen, DayOfWeek day, @Nullable LocalTime at,
            Consumer<PlanRow> removed) {
        addClassName("plan-row");
        getElement().setAttribute("role", "group").setAttribute("aria-label", texts.get("plan.time-of-week"));
        service.setLabel(texts.get("plan.service"));
        service.setItems(chosen == null || services.contains(chosen) ? services : Stream.concat(services.stream(), Stream.of(chosen)).toList());
        service.setItemLabelGenerator(ServiceInfo::title);
        service.setValue(chosen);
        weekday.setLabel(texts.get("plan.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(texts::weekday);
        weekday.setValue(day);
        time.setLabel(texts.get("plan.time"));
        time.setLocale(texts.formats().locale());
        time.setStep(Duration.ofMinutes(30));
        time.setValue(at);
        var remove = new Button(texts.get("plan.remove"), click -> removed.accept(this));
        remove.setAriaLabel(texts.get("plan.remove-spoken", texts.weekday(day), at == null ? "" : texts.formats().time(at)));
        add(service, weekday, time, remove);
    }

    /** Nothing while a field is empty. */
    Optional<PlannedTime> value() {
        return service.isEmpty() || weekday.isEmpty() || time.isEmpty() ? Optional.empty()
                : Optional.of(new PlannedTime(service.getValue().id(), weekday.getValue(), time.getValue()));
    }

    Optional<ServiceInfo> service() {
        return service.getOptionalValue();
    }

    void focusFirst() {
        service.focus();
    }
}
