package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.AddService;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.ServiceTerms;
import org.mentorportal.catalogue.Timing;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Refused;

/**
 * A new service, or all of one that is there. When somebody changed it meanwhile, nothing that was written here is lost: who
 * changed what is told, and the person chooses between the newest and their own.
 */
final class ServiceDialog extends Dialog {

    private final BookingTexts texts;
    private final ServiceTexts services;
    private final CatalogueService catalogue;
    private final Consumer<CatalogueOutcome<ServiceInfo>> ended;
    private final ServiceForm form;
    private final Div warning = new Div();
    private final Button save;
    private @Nullable ServiceInfo edited;
    private CommandKey key = CommandKey.fresh();

    /** @param edited the service that is to change, or null for a new one */
    ServiceDialog(BookingTexts texts, ServiceTexts services, CatalogueService catalogue, ResourceInfo resource,
                  @Nullable ServiceInfo edited, LocalDate today, Consumer<CatalogueOutcome<ServiceInfo>> ended) {
        this.texts = texts;
        this.services = services;
        this.catalogue = catalogue;
        this.ended = ended;
        this.edited = edited;
        this.form = new ServiceForm(texts, services, resource, today);
        addClassNames("portal-dialog", "roomy");
        setHeaderTitle(edited == null ? texts.get("services.new-title", resource.name())
                : texts.get("services.edit-title", edited.name(), resource.name()));
        if (edited == null) {
            form.setValue("", Timing.of(60), 1, 1, Approval.AUTOMATIC, Limits.none(), List.of());
        } else {
            form.setValue(edited);
            var kept = new Paragraph(texts.get("services.edit-line"));
            kept.addClassName("muted");
            add(kept);
        }
        warning.addClassNames("verdict", "warn", "stack");
        warning.getElement().setAttribute("role", "alert");
        warning.setVisible(false);
        add(warning, form);
        save = new Button(texts.get("services.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setId("save");
        getFooter().add(new Button(texts.get("services.leave"), click -> close()), save);
    }

    private void save() {
        warning.setVisible(false);
        form.terms(edited).ifPresent(terms -> ended(send(terms)));
    }

    private CatalogueOutcome<ServiceInfo> send(ServiceTerms terms) {
        CatalogueOutcome<ServiceInfo> outcome = switch (terms) {
            case AddService add -> catalogue.add(add, key);
            case EditService edit -> catalogue.edit(edit, key);
        };
        key = key.again();
        return outcome;
    }

    private void ended(CatalogueOutcome<ServiceInfo> outcome) {
        switch (outcome) {
            case CatalogueOutcome.Stale<ServiceInfo> stale -> showStale(stale);
            case CatalogueOutcome.NotDone<ServiceInfo>(Refused why) -> {
                if (!form.complain(List.of(why))) {
                    warn(new Paragraph(texts.refusal(why)));
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
        var newest = new Button(texts.get("services.load-newest"), click -> {
            edited = stale.current();
            form.setValue(stale.current());
            warning.setVisible(false);
        });
        newest.setId("load-newest");
        var mine = new Button(texts.get("services.save-mine"), click -> {
            edited = stale.current();
            save();
        });
        mine.addClassName("grave");
        var choice = new Div(newest, mine);
        choice.addClassName("actions");
        warn(new Paragraph(texts.get("services.stale")),
                new UnorderedList(services.changes(stale.since()).stream().map(ListItem::new).toArray(ListItem[]::new)), choice);
    }

    private void warn(Component... content) {
        warning.removeAll();
        warning.add(content);
        warning.setVisible(true);
        warning.scrollIntoView();
    }
}
