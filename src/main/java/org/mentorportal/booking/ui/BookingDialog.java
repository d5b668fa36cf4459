package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Consumer;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.SlotState;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.ui.Warning;

/** Step three of booking: the details, then a review, then the confirmation. */
final class BookingDialog extends Dialog {

    private final BookingTexts texts;
    private final ServiceInfo service;
    private final Slot slot;
    private final Booker booker;
    private final Consumer<BookingOutcome> ended;
    private final DetailsForm form;
    private final Div content = new Div();
    private final Warning warning = new Warning();
    private boolean lost;

    BookingDialog(BookingTexts texts, ServiceInfo service, Slot slot, Booker booker, Consumer<BookingOutcome> ended) {
        this.texts = texts;
        this.service = service;
        this.slot = slot;
        this.booker = booker;
        this.ended = ended;
        addClassName("portal-dialog");
        boolean oneself = booker.chooser().isEmpty();
        form = new DetailsForm(texts, service, texts.get(oneself ? "dialog.contact-help" : "staff.contact-help"));
        content.addClassName("stack");
        if (oneself) {
            add(new Steps(texts, 3));
        }
        add(warning, content);
        details();
    }

    Slot slot() {
        return slot;
    }

    /** Begins with what was written before. */
    void begin(Details written) {
        form.begin(written);
    }

    Details written() {
        return form.details();
    }

    private void details() {
        setHeaderTitle(texts.get(booker.chooser().isEmpty() ? "dialog.details" : "staff.details"));
        var what = new Paragraph(service.title() + ", " + texts.when(slot));
        what.addClassName("muted");
        content.removeAll();
        content.add(what);
        booker.chooser().ifPresent(content::add);
        content.add(form);
        booker.focus(form);
        var review = new Button(texts.get("dialog.review"), click -> reviewIfComplete());
        review.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        review.setId("review");
        review.addClickShortcut(Key.ENTER).listenOn(form).resetFocusOnActiveElement();
        getFooter().removeAll();
        getFooter().add(new Button(texts.get("dialog.not-now"), click -> close()), review);
    }

    private void reviewIfComplete() {
        if (booker.isComplete() & form.isComplete()) { // both mark what they miss
            review();
        }
    }

    private void review() {
        setHeaderTitle(texts.get(booker.chooser().isEmpty() ? "dialog.review-title" : "staff.review-title"));
        Details details = form.details();
        var next = new Paragraph(booker.next());
        next.addClassName("muted");
        content.removeAll();
        content.add(texts.facts(service, texts.when(slot), details.purpose(), details.players(), details.contact())
                .with(texts.get("staff.student"), booker.whom()), next);
        var confirm = new Button(texts.get("dialog.confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.setId("confirm");
        getFooter().removeAll();
        getFooter().add(new Button(texts.get("dialog.back"), click -> details()), confirm);
        confirm.focus();
    }

    private void confirm() {
        BookingOutcome outcome = booker.send(slot, form.details());
        if (outcome instanceof BookingOutcome.NotDone refused && Mendable.is(refused.why())) {
            warning.say(booker.refusal(refused.why()));
            review();
            return;
        }
        close();
        ended.accept(outcome);
    }

    /** Tells the person what became of the slot while they were still writing. */
    void slotIsNow(SlotState state) {
        if (state instanceof SlotState.Unavailable unavailable) {
            warning.say(booker.refusal(unavailable.why()));
            lost = true;
        } else if (lost) { // free again; any other warning is not about the slot
            warning.hide();
            lost = false;
        }
    }
}
