package org.mentorportal.booking.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.ui.Sender;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.FormWarning;

/**
 * Something of a service that a person writes and saves. When somebody changed the service meanwhile, nothing that was written here
 * is lost: who changed what is told, and the person chooses between the newest and their own.
 */
abstract class ServiceChangeDialog<C extends Command> extends Dialog {

    private final BookingTexts texts;
    private final ServiceTexts services;
    private final Consumer<CatalogueOutcome<ServiceInfo>> ended;
    private final FormWarning warning;
    private @Nullable ServiceInfo edited;
    private final Sender<C> sending = new Sender<>();

    /** @param edited the service that is to change, or null for a new one */
    ServiceChangeDialog(BookingTexts texts, ServiceTexts services, String title, @Nullable ServiceInfo edited,
                        Consumer<CatalogueOutcome<ServiceInfo>> ended) {
        this.texts = texts;
        this.services = services;
        this.ended = ended;
        this.edited = edited;
        addClassNames("portal-dialog", "roomy");
        setHeaderTitle(title);
        if (edited != null) {
            var kept = new Paragraph(texts.get("services.edit-line"));
            kept.addClassName("muted");
            add(kept);
        }
        warning = new FormWarning(texts::get);
        add(warning);
        var save = new Button(texts.get("services.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(texts.get("services.leave"), click -> close()), save);
    }

    /** Puts what {@code service} is now into the fields. */
    abstract void fill(ServiceInfo service);

    /** What the person wrote; nothing, and said beside the fields, while something is wrong with it. */
    abstract Optional<C> written(@Nullable ServiceInfo before);

    abstract CatalogueOutcome<ServiceInfo> send(C command, CommandKey key);

    /** @return whether it was said beside a field; what was not is for the dialog to say */
    abstract boolean complain(Refused why);

    private void save() {
        warning.hide();
        written(edited).ifPresent(command -> ended(sending.send(command, this::send)));
    }

    private void ended(CatalogueOutcome<ServiceInfo> outcome) {
        switch (outcome) {
            case CatalogueOutcome.Stale<ServiceInfo> stale -> showStale(stale);
            case CatalogueOutcome.NotDone<ServiceInfo>(Refused why) -> {
                if (!complain(why)) {
                    warning.say(texts.refusal(why));
                }
            }
            case CatalogueOutcome.Done<ServiceInfo> done -> leave(done);
            case CatalogueOutcome.AlreadySo<ServiceInfo> already -> leave(already);
        }
    }

    private void leave(CatalogueOutcome<ServiceInfo> outcome) {
        close();
        ended.accept(outcome);
    }

    private void showStale(CatalogueOutcome.Stale<ServiceInfo> stale) {
        warning.sayChanged(texts.get("services.stale"), services.changes(stale.since()), () -> {
            edited = stale.current();
            fill(stale.current());
        }, () -> {
            edited = stale.current();
            save();
        });
    }
}
