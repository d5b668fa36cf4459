package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;
import org.mentorportal.catalogue.ServiceInfo;

/** Purpose, players and contact of a booking, to be filled in. */
final class DetailsForm extends Div {

    private final BookingTexts texts;
    private final ServiceInfo service;
    private final TextField purpose = new TextField();
    private final IntegerField players = new IntegerField();
    private final TextField contact = new TextField();
    /** As many as there are stay possible, also where the service takes fewer by now. */
    private int had = 1;

    /** @param contactHelp under the contact */
    DetailsForm(BookingTexts texts, ServiceInfo service, String contactHelp) {
        this.texts = texts;
        this.service = service;
        addClassName("stack");
        purpose.setLabel(texts.get("booking.purpose"));
        purpose.setPlaceholder(texts.get("dialog.purpose-example"));
        purpose.setRequiredIndicatorVisible(true);
        purpose.setMaxLength(300);
        purpose.setValueChangeMode(ValueChangeMode.LAZY); // known also to a dialog that is left by Escape
        players.setLabel(texts.get("booking.players"));
        players.setHelperText(texts.get("dialog.players-help", service.players()));
        players.setMin(1);
        players.setMax(service.players());
        players.setValue(1);
        players.setStepButtonsVisible(true);
        players.setVisible(service.players() > 1);
        contact.setLabel(texts.get("booking.contact"));
        contact.setHelperText(contactHelp);
        contact.setMaxLength(120);
        contact.setValueChangeMode(ValueChangeMode.LAZY);
        add(purpose, players, contact);
    }

    Details details() {
        return new Details(purpose.getValue().strip(), Optional.ofNullable(players.getValue()).orElse(1), contact.getValue().strip());
    }

    /** Of a booking that there is. */
    void show(Details details) {
        had = details.players();
        players.setMax(Math.max(had, service.players()));
        begin(details);
    }

    /** Begins with what was written before. */
    void begin(Details written) {
        purpose.setValue(written.purpose());
        players.setValue(written.players());
        contact.setValue(written.contact());
    }

    /** Says under each field that differs what is in the portal now. */
    void compare(Details now) {
        Details mine = details();
        purpose.setHelperText(mine.purpose().equals(now.purpose()) ? "" : texts.get("stale.now", now.purpose()));
        players.setHelperText(mine.players() == now.players() ? texts.get("dialog.players-help", service.players())
                : texts.get("stale.now", Integer.toString(now.players())));
        contact.setHelperText(mine.contact().equals(now.contact()) ? "" : now.contact().isEmpty() ? texts.get("stale.now-empty")
                : texts.get("stale.now", now.contact()));
    }

    /** Marks what is missing or cannot be. */
    boolean isComplete() {
        purpose.setInvalid(purpose.getValue().isBlank());
        purpose.setErrorMessage(texts.get("rule.purpose-needed"));
        players.setInvalid(players.isVisible() && (players.getValue() == null || players.getValue() < 1
                || (players.getValue() > service.players() && players.getValue() != had)));
        players.setErrorMessage(texts.get("rule.too-many-players", service.players()));
        return !purpose.isInvalid() && !players.isInvalid();
    }

    void focus() {
        purpose.focus();
    }
}
