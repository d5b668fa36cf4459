package org.mentorportal.app.demo;

import java.time.Instant;
import java.util.function.Supplier;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.shared.PortalClock;
import org.springframework.stereotype.Component;

/** Lets the demo school's people act in their own name, at a moment of the past. */
@Component
class DemoActor {

    private final CurrentActor actor;

    DemoActor(CurrentActor actor) {
        this.actor = actor;
    }

    <T> T as(AccountInfo person, Instant at, Supplier<T> work) {
        return PortalClock.at(at, () -> actor.actingAs(person.asActor(), work));
    }

    <T> T asSetUp(Instant at, Supplier<T> work) {
        return PortalClock.at(at, () -> actor.actingAs(CurrentActor.setUp(), work));
    }
}
