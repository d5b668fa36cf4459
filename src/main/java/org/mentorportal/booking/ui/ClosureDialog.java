package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureOutcome;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.ui.DayField;

/** A closure: first what, when and why; then, before anything happens, the bookings that it would cancel. */
final class ClosureDialog extends Dialog {

    private final BookingTexts texts;
    private final ClosureService closures;
    private final Clock clock;
    private final Consumer<ClosureOutcome> ended;
    private final Sender<CloseResource> sender = new Sender<>();
    private final ComboBox<ClosedPlace> place = new ComboBox<>();
    private final DateTimePicker from = new DateTimePicker();
    private final DateTimePicker to = new DateTimePicker();
    private final TextField reason = new TextField();
    private final Paragraph error = new Paragraph();
    private final Div content = new Div();

    ClosureDialog(BookingTexts texts, ClosureService closures, List<ClosedPlace> places, Clock clock,
                  Consumer<ClosureOutcome> ended) {
        this.texts = texts;
        this.closures = closures;
        this.clock = clock;
        this.ended = ended;
        addClassName("portal-dialog");
        place.setLabel(texts.get("closures.place"));
        place.setItems(places);
        place.setItemLabelGenerator(ClosedPlace::name);
        place.setValue(places.size() == 1 ? places.getFirst() : null);
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        time(from, "closures.from", tomorrow.atTime(8, 0));
        time(to, "closures.to", tomorrow.atTime(18, 0));
        reason.setLabel(texts.get("closures.reason"));
        reason.setHelperText(texts.get("closures.reason-help"));
        reason.setMaxLength(300);
        error.addClassName("verdict-no");
        error.getElement().setAttribute("role", "alert");
        error.setVisible(false);
        content.addClassName("stack");
        add(error, content);
        form();
        firstEmpty().focus();
    }

    private void time(DateTimePicker picker, String key, LocalDateTime value) {
        picker.setLabel(texts.get(key));
        DayField.speak(picker, texts.formats().locale(), texts::get);
        picker.setValue(value);
    }

    private void form() {
        setHeaderTitle(texts.get("closures.new-title"));
        content.removeAll();
        content.add(place, from, to, reason);
        var next = new Button(texts.get("closures.preview"), click -> preview());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.setId("preview");
        getFooter().removeAll();
        getFooter().add(new Button(texts.get("closures.leave"), click -> close()), next);
    }

    private void preview() {
        boolean complete = place.getValue() != null && Stream.of(from, to).noneMatch(DateTimePicker::isEmpty)
                && !reason.getValue().isBlank();
        if (!complete || !from.getValue().isBefore(to.getValue())) {
            complain(texts.get(complete ? "rule.closure-times" : "closures.incomplete"));
            (complete ? to : firstEmpty()).focus();
            return;
        }
        error.setVisible(false);
        CloseResource closure = closure();
        List<BookingDetails> cancelled = closures.preview(closure);
        setHeaderTitle(texts.get("closures.preview-title", cancelled.size()));
        content.removeAll();
        content.add(new Paragraph(place.getValue().name() + ", " + texts.formats().daySpan(closure.from(), closure.to())));
        if (cancelled.isEmpty()) {
            content.add(new Paragraph(texts.get("closures.preview-none")));
        } else {
            var list = new UnorderedList(cancelled.stream().map(booking -> new ListItem(texts.when(booking) + ", "
                    + booking.service().title() + ", " + booking.studentName())).toArray(ListItem[]::new));
            list.addClassName("consequence");
            content.add(new Paragraph(texts.get("closures.preview-text")), list);
        }
        var act = new Button(texts.get("closures.close-now", cancelled.size()), click -> close(closure));
        act.addClassName("grave");
        act.setDisableOnClick(true);
        act.setId("act");
        getFooter().removeAll();
        getFooter().add(new Button(texts.get("dialog.back"), click -> form()), act);
        act.focus();
    }

    private Focusable<?> firstEmpty() {
        return place.isEmpty() ? place : from.isEmpty() ? from : to.isEmpty() ? to : reason;
    }

    /** What was refused can be mended: the form comes back as it was. */
    private void close(CloseResource closure) {
        ClosureOutcome outcome = sender.send(closure, closures::close);
        if (outcome instanceof ClosureOutcome.NotDone refused) {
            form();
            complain(texts.refusal(refused.why()));
        } else {
            close();
            ended.accept(outcome);
        }
    }

    private CloseResource closure() {
        ClosedPlace chosen = place.getValue();
        return new CloseResource(chosen.resource() == null ? null : chosen.resource().id(),
                from.getValue().atZone(clock.getZone()).toInstant(), to.getValue().atZone(clock.getZone()).toInstant(),
                reason.getValue());
    }

    private void complain(String text) {
        error.setText(text);
        error.setVisible(true);
    }
}
