package org.mentorportal.catalogue.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.api.Page;
import org.mentorportal.shared.api.ProblemException;
import org.mentorportal.shared.api.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/services", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Services")
class ServiceController {

    private final CatalogueService catalogue;
    private final Problems problems;

    ServiceController(CatalogueService catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    @GetMapping
    @Operation(summary = "What can be booked, by kind, resource and name")
    Page<ServiceBody> all() {
        Catalogue current = catalogue.current();
        return Page.whole(Arrays.stream(ResourceKind.values()).flatMap(kind -> current.resources(kind).stream())
                .flatMap(resource -> current.servicesOf(resource.id()).stream()).map(ServiceBody::of).toList());
    }

    @GetMapping("{id}")
    @Operation(summary = "One service")
    ServiceBody one(@PathVariable long id) {
        return catalogue.current().find(new ServiceId(id)).filter(service -> !service.retired()).map(ServiceBody::of)
                .orElseThrow(() -> new ProblemException(problems.of(HttpStatus.NOT_FOUND)));
    }
}
