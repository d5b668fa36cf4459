package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.PlanEntry;

/** A weekly plan, one editable row for each time. */
final class PlanEditor extends Div {

    private final MentorshipTexts texts;
    private final Paragraph none = new Paragraph();
    private final Div rows = new Div();
    private final Paragraph error = new Paragraph();
    private List<ServiceInfo> services = List.of();

    PlanEditor(MentorshipTexts texts) {
        this.texts = texts;
        addClassNames("stack", "plan-editor");
        none.setText(texts.get("plan.none-yet"));
        none.addClassName("muted");
        rows.addClassName("stack");
        error.addClassName("verdict-no");
        error.getElement().setAttribute("role", "alert");
        complain("");
        var add = new Button(texts.get("plan.add"), click -> addNext());
        add.setId("add-time");
        add(none, rows, error, add);
    }

    /** @param offered the services of the cycle */
    void setValue(List<ServiceInfo> offered, List<PlanEntry> plan) {
        services = offered;
        rows.removeAll();
        complain("");
        plan.forEach(entry -> add(entry.service(), entry.weekday(), entry.time()));
        none.setVisible(plan.isEmpty());
    }

    /** Nothing while a row is not filled in; then it says so. */
    Optional<List<PlannedTime>> value() {
        List<Optional<PlannedTime>> all = all().map(PlanRow::value).toList();
        boolean whole = all.stream().allMatch(Optional::isPresent);
        complain(whole ? "" : texts.get("plan.incomplete"));
        return whole ? Optional.of(all.stream().flatMap(Optional::stream).toList()) : Optional.empty();
    }

    /** @param text empty if nothing is wrong */
    void complain(String text) {
        error.setText(text);
        error.setVisible(!text.isEmpty());
    }

    private Stream<PlanRow> all() {
        return rows.getChildren().map(PlanRow.class::cast);
    }

    /** As the last row, a day later. */
    private void addNext() {
        Optional<PlanRow> last = all().reduce((before, after) -> after);
        Optional<PlannedTime> time = last.flatMap(PlanRow::value);
        add(last.flatMap(PlanRow::service).orElse(services.size() == 1 ? services.getFirst() : null),
                time.map(one -> one.weekday().plus(1)).orElse(DayOfWeek.MONDAY), time.map(PlannedTime::time).orElse(null)).focusFirst();
        none.setVisible(false);
    }

    private PlanRow add(@Nullable ServiceInfo service, DayOfWeek day, @Nullable LocalTime at) {
        var row = new PlanRow(texts, services, service, day, at, gone -> {
            rows.remove(gone);
            none.setVisible(all().findAny().isEmpty());
        });
        rows.add(row);
        return row;
    }
}
