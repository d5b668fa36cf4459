package org.mentorportal.app.database;

import org.mentorportal.account.CurrentActor;
import org.mentorportal.command.CommandKey;
import org.mentorportal.trail.SealOutcome;
import org.mentorportal.trail.SealService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** {@code ./portal seal}: seals the trail in the name of the set-up, prints the line that is to be kept, then ends the process. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("portal.seal")
class TrailSealing {

    private static final String REFUSED = "not sealed: ";

    @Bean
    static ApplicationListener<ApplicationStartedEvent> sealAndEnd(ObjectProvider<SealService> seals, ObjectProvider<CurrentActor> actor) {
        return started -> {
            String said = said(actor.getObject().actingAs(CurrentActor.setUp(), () -> seals.getObject().seal(CommandKey.fresh())));
            System.out.println(said);
            System.exit(SpringApplication.exit(started.getApplicationContext(), () -> said.startsWith(REFUSED) ? 1 : 0));
        };
    }

    private static String said(SealOutcome outcome) {
        return switch (outcome) {
            case SealOutcome.Sealed sealed -> sealed.seal().line();
            case SealOutcome.NotSealed no -> REFUSED + no.why().rule();
        };
    }
}
