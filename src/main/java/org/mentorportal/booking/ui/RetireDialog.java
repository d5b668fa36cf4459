package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.function.Consumer;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetireService.LiveBookings;
import org.mentorportal.booking.RetirementOutcome;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.ui.ReasonField;
import org.mentorportal.shared.ui.Warning;

/** Retiring a service: first what is still to come of it, then whether that is kept or cancelled, and why. */
final class RetireDialog extends Dialog {

    private final BookingTexts texts;
    private final RetirementService retirements;
    private final ServiceInfo service;
    private final Consumer<RetirementOutcome> ended;
    private final RadioButtonGroup<LiveBookings> choice = new RadioButtonGroup<>();
    private final ReasonField reason;
    private final Warning warning = new Warning();
    private final Button act;
    private final Sender<RetireService> sender = new Sender<>();

    RetireDialog(BookingTexts texts, RetirementService retirements, ServiceInfo service, Consumer<RetirementOutcome> ended) {
        this.texts = texts;
        this.retirements = retirements;
        this.service = service;
        this.ended = ended;
        reason = new ReasonField(texts.get("reason.label"), texts.get("reason.help"), texts.get("rule.reason-needed"));
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("services.retire-title", service.name()));
        List<BookingDetails> live = retirements.preview(service.id());
        var content = new Div(warning, new Paragraph(texts.get("services.retire-text")));
        content.addClassName("stack");
        if (live.isEmpty()) {
            content.add(new Paragraph(texts.get("services.retire-none")));
        } else {
            var list = new UnorderedList(live.stream().map(booking -> new ListItem(texts.when(booking) + ", " + booking.studentName()))
                    .toArray(ListItem[]::new));
            list.addClassName("consequence");
            content.add(new Paragraph(texts.get("services.retire-live", live.size())), list, choice, reason);
        }
        add(content);
        act = new Button(texts.get("services.retire-now"), click -> retire());
        choice(live.size());
        act.addClassName("grave");
        act.setId("act");
        getFooter().add(new Button(texts.get("services.leave"), click -> close()), act);
    }

    private void choice(int live) {
        choice.setLabel(texts.get("services.retire-choice"));
        choice.setItems(LiveBookings.values());
        choice.setItemLabelGenerator(what -> texts.get("services.retire." + what));
        choice.addValueChangeListener(change -> {
            boolean cancels = change.getValue() == LiveBookings.CANCEL;
            reason.setVisible(cancels);
            act.setText(cancels ? texts.get("services.retire-and-cancel", live) : texts.get("services.retire-now"));
        });
        reason.setVisible(false);
        choice.setValue(LiveBookings.KEEP);
    }

    private void retire() {
        if (!reason.isComplete()) {
            return;
        }
        RetirementOutcome outcome = sender.send(new RetireService(service.id(), service.version(), choice.getValue(),
                choice.getValue() == LiveBookings.CANCEL ? reason.text() : ""), retirements::retire);
        outcome.refusal().filter(Mendable::is).ifPresentOrElse(why -> warning.say(texts.refusal(why)), () -> {
            close();
            ended.accept(outcome);
        });
    }
}
