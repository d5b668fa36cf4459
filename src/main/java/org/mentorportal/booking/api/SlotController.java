package org.mentorportal.booking.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import org.mentorportal.booking.SlotSearch;
import org.mentorportal.booking.SlotView;
import org.mentorportal.booking.SlotWords;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.api.Days;
import org.mentorportal.shared.api.Page;
import org.mentorportal.shared.api.ProblemException;
import org.mentorportal.shared.api.Problems;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/services/{id}/slots", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Services")
class SlotController {

    private final SlotSearch search;
    private final CatalogueService catalogue;
    private final Problems problems;
    private final SlotWords words;
    private final Formats formats;

    SlotController(SlotSearch search, CatalogueService catalogue, Problems problems, SlotWords words, Formats formats) {
        this.search = search;
        this.catalogue = catalogue;
        this.problems = problems;
        this.words = words;
        this.formats = formats;
    }

    @GetMapping
    @Operation(summary = "The slots of a service, as the person who asks would book them",
            description = "From one day to another, both inclusive, at most 31 days.")
    Page<SlotBody> slots(@PathVariable long id,
                         @Parameter(example = "2026-01-31") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
                         @Parameter(example = "2026-02-06") @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        Days.require(from, to);
        ServiceInfo service = catalogue.current().find(new ServiceId(id)).filter(known -> !known.retired())
                .orElseThrow(() -> new ProblemException(problems.of(HttpStatus.NOT_FOUND)));
        return Page.whole(search.slots(service, from, to).stream().map(view -> body(view, service)).toList());
    }

    private SlotBody body(SlotView view, ServiceInfo service) {
        Optional<Refused> why = SlotBody.inTheWay(view.state());
        return new SlotBody(formats.withOffset(view.slot().start()), formats.withOffset(view.slot().end()),
                SlotBody.State.of(view.state()), service.capacity(), view.taken(), why.map(no -> no.rule().name()).orElse(null),
                why.map(no -> words.whyNot(no, service, false)).orElse(null));
    }
}
