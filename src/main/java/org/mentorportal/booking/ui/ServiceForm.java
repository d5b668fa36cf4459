package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.ServiceRules;
import org.mentorportal.catalogue.ServiceTerms;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;

/** All of a service as fields, in sections; what is wrong is said beside its field. */
final class ServiceForm extends Div {

    /** Out of every range: what is empty or no number is told what a number must be. */
    private static final int NO_NUMBER = -1;

    private final BookingTexts texts;
    private final ResourceInfo resource;
    private final TextField name = new TextField();
    private final IntegerField duration;
    private final IntegerField step;
    private final IntegerField before;
    private final IntegerField after;
    private final IntegerField capacity;
    private final IntegerField players;
    private final RadioButtonGroup<Approval> approval = new RadioButtonGroup<>();
    private final IntegerField notice;
    private final IntegerField horizon;
    private final TimePicker opensAt = new TimePicker();
    private final IntegerField deadline;
    private final IntegerField perDay;
    private final IntegerField perWeek;
    private final IntegerField atOnce;
    private final HoursEditor hours;
    private final Map<RuleId, HasValidationProperties> fields = new LinkedHashMap<>();

    ServiceForm(BookingTexts texts, ServiceTexts services, ResourceInfo resource, LocalDate today) {
        this.texts = texts;
        this.resource = resource;
        this.hours = new HoursEditor(texts, services, today);
        addClassName("stack");
        this.duration = minutes("services.duration");
        this.step = minutes("services.step");
        this.before = minutes("services.buffer-before");
        this.after = minutes("services.buffer-after");
        this.capacity = number("services.capacity", "services.capacity-help");
        this.players = number("services.players", "services.players-help");
        this.notice = minutes("services.notice");
        this.horizon = number("services.horizon", "services.horizon-help");
        this.deadline = minutes("services.cancel-deadline");
        this.perDay = number("services.per-day", "services.no-limit");
        this.perWeek = number("services.per-week", "services.no-limit");
        this.atOnce = number("services.at-once", "services.no-limit");
        name.setLabel(texts.get("services.name"));
        name.setMaxLength(ServiceRules.NAME);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setAutofocus(true);
        approval.setLabel(texts.get("services.approval"));
        approval.setItems(Stream.of(Approval.values())
                .filter(way -> way != Approval.MENTOR || resource.kind() == ResourceKind.MENTOR).toList());
        approval.setItemLabelGenerator(way -> texts.get("service.approval." + way));
        opensAt.setLabel(texts.get("services.opens-at"));
        opensAt.setHelperText(texts.get("services.opens-at-help"));
        opensAt.setLocale(texts.formats().locale());
        opensAt.setStep(Duration.ofMinutes(30));
        fields.put(CatalogueRule.NAME_LENGTH, name);
        fields.put(CatalogueRule.NAME_TAKEN, name);
        fields.put(CatalogueRule.DURATION_RANGE, duration);
        fields.put(CatalogueRule.STEP_RANGE, step);
        fields.put(CatalogueRule.BUFFER_BEFORE_RANGE, before);
        fields.put(CatalogueRule.BUFFER_AFTER_RANGE, after);
        fields.put(CatalogueRule.CAPACITY_RANGE, capacity);
        fields.put(CatalogueRule.PLAYERS_RANGE, players);
        fields.put(CatalogueRule.NO_MENTOR_TO_APPROVE, approval);
        fields.put(CatalogueRule.NOTICE_RANGE, notice);
        fields.put(CatalogueRule.HORIZON_RANGE, horizon);
        fields.put(CatalogueRule.CANCEL_DEADLINE_RANGE, deadline);
        fields.put(CatalogueRule.PER_DAY_RANGE, perDay);
        fields.put(CatalogueRule.PER_WEEK_RANGE, perWeek);
        fields.put(CatalogueRule.AT_ONCE_RANGE, atOnce);
        add(name, section("services.section.times", duration, step, before, after),
                section("services.section.seats", capacity, players), section("services.section.approval", approval),
                section("services.section.limits", notice, horizon, opensAt, deadline, perDay, perWeek, atOnce),
                section("services.section.hours", hours));
    }

    private IntegerField minutes(String key) {
        IntegerField field = number(key, "services.minutes");
        field.addValueChangeListener(change -> field.setHelperText(isWholeHours(field)
                ? texts.get("services.minutes-long", texts.formats().minutes(field.getValue())) : texts.get("services.minutes")));
        return field;
    }

    private static boolean isWholeHours(IntegerField field) {
        return field.getValue() != null && field.getValue() > 60 && field.getValue() % 60 == 0;
    }

    private IntegerField number(String key, String help) {
        var field = new IntegerField();
        field.setLabel(texts.get(key));
        field.setHelperText(texts.get(help));
        field.setManualValidation(true);
        return field;
    }

    private Section section(String key, Component... content) {
        var grid = new Div(content);
        grid.addClassName("fields");
        return new Section(new H3(texts.get(key)), grid);
    }

    void setValue(ServiceInfo service) {
        setValue(service.name(), service.timing(), service.capacity(), service.players(), service.approval(), service.limits(),
                service.hours());
    }

    void setValue(String newName, Timing timing, int seats, int most, Approval way, Limits limits, List<Hours> windows) {
        name.setValue(newName);
        duration.setValue(timing.duration());
        step.setValue(timing.step());
        before.setValue(timing.bufferBefore());
        after.setValue(timing.bufferAfter());
        capacity.setValue(seats);
        players.setValue(most);
        approval.setValue(way);
        notice.setValue(timing.notice());
        horizon.setValue(timing.horizon());
        opensAt.setValue(timing.opensAt());
        deadline.setValue(limits.cancelDeadline());
        perDay.setValue(limits.perDay());
        perWeek.setValue(limits.perWeek());
        atOnce.setValue(limits.atOnce());
        hours.setValue(windows);
    }

    /**
     * What the person wrote, once nothing is wrong with it; else each field says what is.
     *
     * @param edited the service that is to change, or null for a new one
     */
    Optional<ServiceTerms> terms(@Nullable ServiceInfo edited) {
        Optional<List<Hours>> windows = hours.value();
        ServiceTerms terms = terms(edited, windows.orElse(List.of()));
        List<Refused> broken = ServiceRules.broken(terms, resource);
        complain(broken);
        if (windows.isEmpty()) {
            hours.complain(texts.get("services.hours-incomplete"));
        }
        return broken.isEmpty() && windows.isPresent() ? Optional.of(terms) : Optional.empty();
    }

    private ServiceTerms terms(@Nullable ServiceInfo edited, List<Hours> windows) {
        var timing = new Timing(needed(duration), needed(step), needed(before), needed(after), needed(notice), needed(horizon),
                Optional.ofNullable(opensAt.getValue()).orElse(LocalTime.MIDNIGHT));
        var limits = new Limits(needed(deadline), optional(perDay), optional(perWeek), optional(atOnce));
        return edited == null
                ? new AddService(resource.id(), name.getValue(), timing, needed(capacity), needed(players), approval.getValue(), limits, windows)
                : new EditService(edited.id(), edited.version(), name.getValue(), timing, needed(capacity), needed(players),
                        approval.getValue(), limits, windows);
    }

    private static int needed(IntegerField field) {
        return Optional.ofNullable(field.getValue()).orElse(NO_NUMBER);
    }

    private static @Nullable Integer optional(IntegerField field) {
        return field.getDefaultValidator().apply(field.getValue(), null).isError() ? Integer.valueOf(NO_NUMBER) : field.getValue();
    }

    /** @return whether all of {@code broken} is said beside a field; what is not is for the dialog to say */
    boolean complain(List<Refused> broken) {
        fields.values().forEach(field -> field.setInvalid(false));
        List<Refused> others = broken.stream().filter(refused -> !fields.containsKey(refused.rule())).toList();
        broken.stream().filter(refused -> fields.containsKey(refused.rule())).forEach(refused -> {
            HasValidationProperties field = fields.get(refused.rule());
            field.setErrorMessage(texts.refusal(refused));
            field.setInvalid(true);
        });
        hours.complain(others.stream().filter(HoursEditor::isOfHours).map(texts::refusal).distinct().collect(Collectors.joining(" ")));
        fields.values().stream().filter(HasValidationProperties::isInvalid).findFirst().map(Focusable.class::cast)
                .ifPresent(Focusable::focus);
        return others.stream().allMatch(HoursEditor::isOfHours);
    }
}
