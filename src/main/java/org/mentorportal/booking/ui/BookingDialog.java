package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.SlotState;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.RuleId;

/** Step three of booking: the details, then a review, then the confirmation. */
final class BookingDialog extends Dialog {

    /** After these the person can mend what they wrote, or press again: the dialog stays. */
    private static final Set<RuleId> MENDABLE = Set.of(BookingRuleId.PURPOSE_NEEDED, BookingRuleId.DETAILS_TOO_LONG,
            BookingRuleId.TOO_MANY_PLAYERS, CommandRule.BUSY, CommandRule.BEING_CHECKED, CommandRule.TOO_MANY);

    private final BookingTexts texts;
    private final ServiceInfo service;
    private final Slot slot;
    private final BiFunction<RequestBooking, CommandKey, BookingOutcome> request;
    private final Consumer<BookingOutcome> ended;
    private final TextField purpose = new TextField();
    private final IntegerField players = new IntegerField();
    private final TextField contact = new TextField();
    private final Div content = new Div();
    private final Paragraph warning = new Paragraph();
    private CommandKey key = CommandKey.fresh();
    private boolean lost;

    BookingDialog(BookingTexts texts, ServiceInfo service, Slot slot, BiFunction<RequestBooking, CommandKey, BookingOutcome> request,
                  Consumer<BookingOutcome> ended) {
        this.texts = texts;
        this.service = service;
        this.slot = slot;
        this.request = request;
        this.ended = ended;
        addClassName("portal-dialog");
        fields();
        warning.addClassNames("verdict", "warn");
        warning.getElement().setAttribute("role", "alert");
        warning.setVisible(false);
        content.addClassName("stack");
        add(new Steps(texts, 3), warning, content);
        details();
    }

    Slot slot() {
        return slot;
    }

    private void fields() {
        purpose.setLabel(texts.get("booking.purpose"));
        purpose.setPlaceholder(texts.get("dialog.purpose-example"));
        purpose.setRequiredIndicatorVisible(true);
        purpose.setMaxLength(300);
        purpose.setAutofocus(true);
        players.setLabel(texts.get("booking.players"));
        players.setHelperText(texts.get("dialog.players-help", service.players()));
        players.setMin(1);
        players.setMax(service.players());
        players.setValue(1);
        players.setStepButtonsVisible(true);
        players.setVisible(service.players() > 1);
        contact.setLabel(texts.get("booking.contact"));
        contact.setHelperText(texts.get("dialog.contact-help"));
        contact.setMaxLength(120);
    }

    private void details() {
        setHeaderTitle(texts.get("dialog.details"));
        var what = new Paragraph(texts.title(service) + ", " + texts.when(slot));
        what.addClassName("muted");
        content.removeAll();
        content.add(what, purpose, players, contact);
        purpose.focus();
        var review = new Button(texts.get("dialog.review"), click -> reviewIfComplete());
        review.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        review.setId("review");
        getFooter().removeAll();
        getFooter().add(new Button(texts.get("dialog.not-now"), click -> close()), review);
    }

    private void reviewIfComplete() {
        purpose.setInvalid(purpose.getValue().isBlank());
        purpose.setErrorMessage(texts.get("rule.purpose-needed"));
        players.setInvalid(players.isVisible() && (players.getValue() == null || players.getValue() < 1
                || players.getValue() > service.players()));
        players.setErrorMessage(texts.get("rule.too-many-players", service.players()));
        if (!purpose.isInvalid() && !players.isInvalid()) {
            review();
        }
    }

    private void review() {
        setHeaderTitle(texts.get("dialog.review-title"));
        RequestBooking wish = wish();
        var next = new Paragraph(texts.get("dialog.next." + service.approval()));
        next.addClassName("muted");
        content.removeAll();
        content.add(texts.facts(service, texts.when(slot), wish.purpose(), wish.players(), wish.contact()), next);
        var confirm = new Button(texts.get("dialog.confirm"), click -> confirm());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.setId("confirm");
        getFooter().removeAll();
        getFooter().add(new Button(texts.get("dialog.back"), click -> details()), confirm);
        confirm.focus();
    }

    private RequestBooking wish() {
        return new RequestBooking(service.id(), slot.start(), purpose.getValue(),
                Optional.ofNullable(players.getValue()).orElse(1), contact.getValue());
    }

    private void confirm() {
        BookingOutcome outcome = request.apply(wish(), key);
        key = key.again();
        if (outcome instanceof BookingOutcome.NotDone refused && MENDABLE.contains(refused.why().rule())) {
            warn(texts.refusal(refused.why()));
            review();
            return;
        }
        close();
        ended.accept(outcome);
    }

    /** Tells the person what became of the slot while they were still writing. */
    void slotIsNow(SlotState state) {
        if (state instanceof SlotState.Unavailable unavailable) {
            warn(texts.refusal(unavailable.why()));
            lost = true;
        } else if (lost) { // free again; any other warning is not about the slot
            warning.setVisible(false);
            lost = false;
        }
    }

    private void warn(String text) {
        warning.setText(text);
        warning.setVisible(true);
    }
}
