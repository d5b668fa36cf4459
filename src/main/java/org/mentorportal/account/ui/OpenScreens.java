package org.mentorportal.account.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.mentorportal.account.StayEnd;
import org.mentorportal.account.Stays;
import org.mentorportal.account.Step;
import org.mentorportal.live.ui.Screens;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Sends every open screen of a stay that is over to the sign-in page, and whoever is not quite in to the step that is missing. */
@Component
class OpenScreens implements VaadinServiceInitListener {

    private final Stays stays;

    OpenScreens(Stays stays) {
        this.stays = stays;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> watch(init.getUI()));
    }

    private void watch(UI ui) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        Runnable stop = stays.watch(person, end -> leave(ui, end));
        ui.addDetachListener(detached -> stop.run());
        ui.addBeforeEnterListener(OpenScreens.this::firstTheStep);
    }

    private static void leave(UI ui, StayEnd end) {
        Screens.push(ui, () -> {
            ui.getPage().setLocation(SignInView.left(end));
            ui.push(); // before the session is ended, which closes its connections
        });
    }

    private void firstTheStep(BeforeEnterEvent event) {
        boolean missing = stays.stepOf(SecurityContextHolder.getContext().getAuthentication()) != Step.IN;
        if (missing && event.getNavigationTarget() != SecondFactorView.class) {
            event.forwardTo(SecondFactorView.class);
        }
    }
}
