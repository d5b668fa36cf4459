package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleTerms;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.mentorship.MentorshipRule;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;
import org.mentorportal.shared.ui.DayField;

/** All of a cycle as fields; what is wrong is said beside its field. */
final class CycleForm extends Div {

    private static final int LONGEST_NAME = 120;
    private static final int USUAL_LIMIT = 3;
    private static final int USUAL_WEEKS = 16;

    private final MentorshipTexts texts;
    private final List<ServiceInfo> offered;
    private final TextField name = new TextField();
    private final DatePicker first = new DatePicker();
    private final DatePicker last = new DatePicker();
    private final IntegerField limit = new IntegerField();
    private final MultiSelectComboBox<ServiceInfo> services = new MultiSelectComboBox<>();
    private final Map<RuleId, HasValidationProperties> fields = new LinkedHashMap<>();

    /** @param offered what can be in a cycle */
    CycleForm(MentorshipTexts texts, List<ServiceInfo> offered, LocalDate today) {
        this.texts = texts;
        this.offered = offered;
        addClassName("stack");
        name.setLabel(texts.get("cycles.name"));
        name.setMaxLength(LONGEST_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setAutofocus(true);
        name.setWidthFull();
        day(first, "cycles.first", today);
        day(last, "cycles.last", today.plusWeeks(USUAL_WEEKS));
        limit.setLabel(texts.get("cycles.limit"));
        limit.setHelperText(texts.get("cycles.limit-help"));
        limit.setManualValidation(true);
        limit.setStepButtonsVisible(true);
        limit.setValue(USUAL_LIMIT);
        services.setLabel(texts.get("cycles.services"));
        services.setHelperText(texts.get("cycles.services-help"));
        services.setManualValidation(true);
        services.setItemLabelGenerator(ServiceInfo::title);
        services.setItems(offered);
        services.setWidthFull();
        fields.put(CatalogueRule.NAME_LENGTH, name);
        fields.put(CatalogueRule.NAME_TAKEN, name);
        fields.put(MentorshipRule.CYCLE_DAYS, last);
        fields.put(MentorshipRule.NO_SHOW_LIMIT_RANGE, limit);
        fields.put(MentorshipRule.SERVICE_IN_OTHER_CYCLE, services);
        fields.put(BookingRuleId.SERVICE_RETIRED, services);
        var days = new Div(first, last, limit);
        days.addClassName("fields");
        add(name, days, services);
    }

    private void day(DatePicker field, String key, LocalDate value) {
        field.setLabel(texts.get(key));
        DayField.speak(field, texts.formats().locale(), texts::get);
        field.setManualValidation(true);
        field.setValue(value);
    }

    /** Also what of its services is no longer offered. */
    void setValue(CycleInfo cycle) {
        services.setItems(Stream.concat(offered.stream(), cycle.services().stream().filter(service -> !offered.contains(service))).toList());
        name.setValue(cycle.name());
        first.setValue(cycle.firstDay());
        last.setValue(cycle.lastDay());
        limit.setValue(cycle.noShowLimit());
        services.setValue(Set.copyOf(cycle.services()));
    }

    /**
     * What the person wrote, if nothing is left out; what is wrong with it is said once it was sent.
     *
     * @param edited the cycle that is to change, or null for a new one
     */
    Optional<CycleTerms> terms(@Nullable CycleInfo edited) {
        fields.values().forEach(field -> field.setInvalid(false));
        Stream.of(first, last).forEach(day -> missing(day, day.isEmpty(), "cycles.day-missing"));
        missing(limit, limit.isEmpty(), "cycles.limit-missing");
        if (Stream.of(first, last, limit).anyMatch(HasValidationProperties::isInvalid)) {
            return Optional.empty();
        }
        Set<ServiceId> chosen = services.getValue().stream().map(ServiceInfo::id).collect(Collectors.toSet());
        return Optional.of(edited == null ? new AddCycle(name.getValue(), first.getValue(), last.getValue(), limit.getValue(), chosen)
                : new EditCycle(edited.id(), edited.version(), name.getValue(), first.getValue(), last.getValue(), limit.getValue(), chosen));
    }

    private void missing(HasValidationProperties field, boolean empty, String key) {
        field.setErrorMessage(texts.get(key));
        field.setInvalid(empty);
    }

    /** @return whether it is said beside a field; what is not is for the dialog to say */
    boolean complain(Refused why) {
        HasValidationProperties field = fields.get(why.rule());
        if (field == null) {
            return false;
        }
        field.setErrorMessage(texts.refusal(why));
        field.setInvalid(true);
        ((Focusable<?>) field).focus();
        return true;
    }
}
