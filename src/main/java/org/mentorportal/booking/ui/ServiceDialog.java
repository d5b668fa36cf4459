package org.mentorportal.booking.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

/** A new service, or all of one that is there. */
final class ServiceDialog extends ServiceChangeDialog<ServiceTerms> {

    private final CatalogueService catalogue;
    private final ServiceForm form;

    /** @param edited the service that is to change, or null for a new one */
    ServiceDialog(BookingTexts texts, ServiceTexts services, CatalogueService catalogue, ResourceInfo resource,
                  @Nullable ServiceInfo edited, LocalDate today, Consumer<CatalogueOutcome<ServiceInfo>> ended) {
        super(texts, services, edited == null ? texts.get("services.new-title", resource.name())
                : texts.get("services.edit-title", edited.name(), resource.name()), edited, ended);
        this.catalogue = catalogue;
        this.form = new ServiceForm(texts, services, resource, today);
        add(form);
        if (edited == null) {
            form.setValue("", Timing.of(60), 1, 1, Approval.AUTOMATIC, Limits.none(), List.of());
        } else {
            fill(edited);
        }
    }

    @Override
    void fill(ServiceInfo service) {
        form.setValue(service);
    }

    @Override
    Optional<ServiceTerms> written(@Nullable ServiceInfo before) {
        return form.terms(before);
    }

    @Override
    CatalogueOutcome<ServiceInfo> send(ServiceTerms terms, CommandKey key) {
        return switch (terms) {
            case AddService add -> catalogue.add(add, key);
            case EditService edit -> catalogue.edit(edit, key);
        };
    }

    @Override
    boolean complain(Refused why) {
        return form.complain(List.of(why));
    }
}
