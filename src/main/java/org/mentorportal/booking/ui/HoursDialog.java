package org.mentorportal.booking.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditHours;
import org.mentorportal.catalogue.Hours;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Refused;

/** The opening hours of a service, for its own mentor. */
final class HoursDialog extends ServiceChangeDialog<EditHours> {

    private final BookingTexts texts;
    private final CatalogueService catalogue;
    private final HoursEditor hours;

    HoursDialog(BookingTexts texts, ServiceTexts services, CatalogueService catalogue, ServiceInfo service, LocalDate today,
                Consumer<CatalogueOutcome<ServiceInfo>> ended) {
        super(texts, services, texts.get("hours.dialog-title", service.name()), service, ended);
        this.texts = texts;
        this.catalogue = catalogue;
        this.hours = new HoursEditor(texts, services, today);
        add(hours);
        fill(service);
    }

    @Override
    void fill(ServiceInfo newest) {
        hours.setValue(newest.hours());
    }

    @Override
    Optional<EditHours> written(@Nullable ServiceInfo before) {
        Optional<List<Hours>> windows = hours.value();
        hours.complain(windows.isEmpty() ? texts.get("services.hours-incomplete") : "");
        ServiceInfo known = Objects.requireNonNull(before);
        return windows.map(all -> new EditHours(known.id(), known.version(), all));
    }

    @Override
    CatalogueOutcome<ServiceInfo> send(EditHours edit, CommandKey key) {
        return catalogue.edit(edit, key);
    }

    @Override
    boolean complain(Refused why) {
        return hours.complain(why);
    }
}
