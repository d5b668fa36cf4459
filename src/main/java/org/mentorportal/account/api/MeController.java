package org.mentorportal.account.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import java.util.TreeSet;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Who I am")
class MeController {

    private final CurrentActor actor;

    MeController(CurrentActor actor) {
        this.actor = actor;
    }

    @Schema(name = "Me")
    record Me(@Schema(example = "17") long id, @Schema(example = "Leo Marín") String name,
              @Schema(example = "[\"STUDENT\"]") Set<Role> roles) {
    }

    @GetMapping
    @Operation(summary = "The person whose token this is, with the roles that they have now")
    Me me() {
        Actor person = actor.get();
        return new Me(person.id().value(), person.name(), new TreeSet<>(person.roles()));
    }
}
