package org.mentorportal.mentorship.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleOutcome;
import org.mentorportal.mentorship.CycleService;
import org.springframework.stereotype.Component;

/** Opens the dialog for a cycle, with the services that can be in one. */
@Component
class CycleDialogs {

    private final CycleService cycles;
    private final CatalogueService catalogue;
    private final MentorshipTexts texts;
    private final Clock clock;

    CycleDialogs(CycleService cycles, CatalogueService catalogue, MentorshipTexts texts, Clock clock) {
        this.cycles = cycles;
        this.catalogue = catalogue;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param edited null for a new cycle */
    void open(@Nullable CycleInfo edited, Consumer<CycleOutcome> ended) {
        Catalogue current = catalogue.current();
        List<ServiceInfo> offered = current.allResources().stream().flatMap(resource -> current.servicesOf(resource.id()).stream()).toList();
        new CycleDialog(texts, cycles, new CycleForm(texts, offered, LocalDate.now(clock)), edited, ended).open();
    }
}
