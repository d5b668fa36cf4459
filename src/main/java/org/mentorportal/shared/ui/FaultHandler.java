package org.mentorportal.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.mentorportal.shared.FaultLog;
import org.mentorportal.shared.Words;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** A fault becomes neutral words with a reference number; the cause goes to the log under the same number. */
@Component
class FaultHandler implements VaadinServiceInitListener {

    private final Words words;
    private final FaultLog faults;

    FaultHandler(Words words, FaultLog faults) {
        this.words = words;
        this.faults = faults;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(this::handle));
    }

    private void handle(ErrorEvent event) {
        if (event.getThrowable() instanceof AccessDeniedException) {
            say(words.get("fault.denied"));
            return;
        }
        say(words.get("fault.unknown", faults.note(event.getThrowable())));
    }

    private static void say(String text) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.refused(text));
        }
    }
}
