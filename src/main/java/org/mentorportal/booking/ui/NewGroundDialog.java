package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.mentorportal.catalogue.AddResource;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceRules;
import org.mentorportal.command.ui.Sender;

/** A new pitch, hall or room. */
final class NewGroundDialog extends Dialog {

    private final BookingTexts texts;
    private final CatalogueService catalogue;
    private final Consumer<ResourceInfo> added;
    private final TextField name = new TextField();
    private final Sender<AddResource> sending = new Sender<>();

    NewGroundDialog(BookingTexts texts, CatalogueService catalogue, Consumer<ResourceInfo> added) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.added = added;
        addClassName("portal-dialog");
        setHeaderTitle(texts.get("services.new-ground-title"));
        name.setLabel(texts.get("services.ground-name"));
        name.setHelperText(texts.get("services.ground-name-help"));
        name.setMaxLength(ServiceRules.NAME);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setWidthFull();
        name.setAutofocus(true);
        add(name);
        var save = new Button(texts.get("services.add-ground"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickShortcut(Key.ENTER).listenOn(name).resetFocusOnActiveElement();
        save.setId("save");
        getFooter().add(new Button(texts.get("services.leave"), click -> close()), save);
    }

    /** What is refused can be mended here. */
    private void save() {
        CatalogueOutcome<ResourceInfo> outcome = sending.send(new AddResource(name.getValue(), null), catalogue::add);
        if (outcome instanceof CatalogueOutcome.Done<ResourceInfo>(ResourceInfo ground)) {
            close();
            added.accept(ground);
            return;
        }
        outcome.refusal().ifPresent(why -> {
            name.setErrorMessage(texts.refusal(why));
            name.setInvalid(true);
            name.focus();
        });
    }
}
