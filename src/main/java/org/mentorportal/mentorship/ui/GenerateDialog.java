package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.ui.RestoreLists;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.GenerationPreview;
import org.mentorportal.mentorship.MentorshipRule;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.DayField;
import org.mentorportal.shared.ui.Warning;

/** Making the bookings of a weekly plan: for which days, then what would be made and what not, then what was. */
final class GenerateDialog extends Dialog {

    private static final int USUAL_DAYS = 28;

    private final MentorshipTexts texts;
    private final RestoreLists lists;
    private final EnrolmentService enrolments;
    private final EnrolmentDetails enrolment;
    private final Runnable changed;
    private final Sender<GeneratePlan> sending = new Sender<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Warning warning = new Warning();
    private final Div content = new Div();

    GenerateDialog(MentorshipTexts texts, RestoreLists lists, EnrolmentService enrolments, EnrolmentDetails enrolment, LocalDate today,
                   Runnable changed) {
        this.texts = texts;
        this.lists = lists;
        this.enrolments = enrolments;
        this.enrolment = enrolment;
        this.changed = changed;
        addClassName("portal-dialog");
        LocalDate first = today.isBefore(enrolment.cycle().firstDay()) ? enrolment.cycle().firstDay() : today;
        LocalDate last = first.plusDays(USUAL_DAYS - 1);
        day(from, "generate.from", first);
        day(to, "generate.to", last.isAfter(enrolment.cycle().lastDay()) ? enrolment.cycle().lastDay() : last);
        content.addClassName("stack");
        add(warning, content);
        period();
    }

    private void day(DatePicker field, String key, LocalDate value) {
        field.setLabel(texts.get(key));
        DayField.speak(field, texts.formats().locale(), texts::get);
        field.setValue(value);
        field.setWidthFull();
    }

    private void period() {
        setHeaderTitle(texts.get("generate.title", enrolment.studentName()));
        var line = new Paragraph(texts.get("generate.line", texts.days(enrolment.cycle())));
        line.addClassName("muted");
        show(line, from, to);
        var next = new Button(texts.get("generate.preview"), click -> preview());
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        next.setId("preview");
        footer(new Button(texts.get("generate.leave"), click -> close()), next);
    }

    private void preview() {
        if (Stream.of(from, to).anyMatch(DatePicker::isEmpty)) {
            warning.say(texts.get("generate.incomplete"));
            return;
        }
        Optional<GenerationPreview> found = enrolments.generationPreview(enrolment.id(), from.getValue(), to.getValue());
        if (found.isEmpty()) {
            warning.say(texts.refusal(Refused.because(MentorshipRule.UNKNOWN_ENROLMENT)));
            return;
        }
        warning.hide();
        List<RestoreLine> lines = found.get().lines();
        int made = WhatIf.made(lines);
        show(new Paragraph(texts.get("generate.period", texts.formats().day(found.get().from()), texts.formats().day(found.get().to()))),
                lines.isEmpty() ? new Paragraph(texts.get("generate.nothing")) : lists.of(lines, false));
        var act = new Button(texts.get("generate.now", made), click -> generate(lines));
        act.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        act.setId("act");
        act.setEnabled(made > 0);
        footer(new Button(texts.get("dialog.back"), click -> period()), act);
    }

    private void generate(List<RestoreLine> previewed) {
        EnrolmentOutcome outcome = sending.send(new GeneratePlan(enrolment.id(), from.getValue(), to.getValue()), enrolments::generate);
        outcome.refusal().ifPresent(why -> warning.say(texts.refusal(why)));
        switch (outcome) {
            case EnrolmentOutcome.Generated generated -> result(generated.lines(), WhatIf.made(previewed));
            case EnrolmentOutcome.NothingToFill nothing -> result(nothing.lines(), WhatIf.made(previewed));
            case EnrolmentOutcome.NotDone refused -> period();
            case EnrolmentOutcome.Stale stale -> period();
            case EnrolmentOutcome.Done done -> throw new IllegalStateException("filling answers with lines");
            case EnrolmentOutcome.AlreadySo already -> throw new IllegalStateException("filling answers with lines");
        }
    }

    private void result(List<RestoreLine> lines, int previewed) {
        warning.hide();
        setHeaderTitle(texts.get("generate.done", WhatIf.made(lines)));
        show(lists.of(lines, true));
        if (WhatIf.made(lines) != previewed) {
            warning.say(texts.get("generate.differs", previewed));
        }
        var close = new Button(texts.get("mentee.close"), click -> close());
        close.setId("close");
        footer(close);
        close.focus();
        changed.run();
    }

    private void show(com.vaadin.flow.component.Component... parts) {
        content.removeAll();
        content.add(parts);
    }

    private void footer(Button... buttons) {
        getFooter().removeAll();
        getFooter().add(buttons);
    }
}
