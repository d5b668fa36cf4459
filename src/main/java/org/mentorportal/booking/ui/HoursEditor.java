package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mentorportal.catalogue.CatalogueRule;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;

/** The opening hours of a service, one editable row for each weekly window. */
final class HoursEditor extends Div {

    private static final Set<RuleId> RULES = Set.of(CatalogueRule.HOURS_TIMES, CatalogueRule.HOURS_VALIDITY, CatalogueRule.HOURS_OVERLAP);

    private final BookingTexts texts;
    private final ServiceTexts services;
    private final LocalDate today;
    private final Div rows = new Div();
    private final Paragraph error = new Paragraph();

    HoursEditor(BookingTexts texts, ServiceTexts services, LocalDate today) {
        this.texts = texts;
        this.services = services;
        this.today = today;
        addClassName("stack");
        rows.addClassName("stack");
        error.addClassName("verdict-no");
        error.getElement().setAttribute("role", "alert");
        complain("");
        add(rows, error, new Button(texts.get("services.add-window"), click -> addNext()));
    }

    void setValue(List<Hours> hours) {
        rows.removeAll();
        hours.forEach(this::add);
    }

    /** Nothing while a row is not filled in. */
    Optional<List<Hours>> value() {
        List<Optional<Hours>> all = windows().map(HoursRow::value).toList();
        return all.stream().allMatch(Optional::isPresent) ? Optional.of(all.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    /** @param text empty if nothing is wrong */
    void complain(String text) {
        error.setText(text);
        error.setVisible(!text.isEmpty());
    }

    /** @return whether it is about hours, and was said here */
    boolean complain(Refused why) {
        if (isOfHours(why)) {
            complain(texts.refusal(why));
        }
        return isOfHours(why);
    }

    static boolean isOfHours(Refused why) {
        return RULES.contains(why.rule());
    }

    private Stream<HoursRow> windows() {
        return rows.getChildren().map(HoursRow.class::cast);
    }

    /** The day after the last row's, at the same times. */
    private void addNext() {
        Optional<Hours> last = windows().reduce((before, after) -> after).flatMap(HoursRow::value);
        add(last.map(hours -> new Hours(hours.weekday().plus(1), hours.opens(), hours.closes(), hours.validFrom(), hours.validUntil()))
                .orElseGet(() -> new Hours(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(17, 0), today, null))).focusFirst();
    }

    private HoursRow add(Hours hours) {
        var row = new HoursRow(texts, services, hours, rows::remove);
        rows.add(row);
        return row;
    }
}
