package org.mentorportal.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.mentorportal.shared.FaultLog;
import org.mentorportal.shared.Outage;
import org.mentorportal.shared.Words;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * A fault becomes neutral words with a reference number; the cause goes to the log under the same number. A database that cannot
 * be asked is no fault: the person may try again.
 */
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
        Throwable fault = event.getThrowable();
        say(fault instanceof AccessDeniedException ? words.get("fault.denied") : Outage.of(fault).map(outage -> busy(outage, fault))
                .orElseGet(() -> words.get("fault.unknown", faults.note(fault))));
    }

    private String busy(Outage outage, Throwable cause) {
        faults.note(outage, cause);
        return words.get("fault.outage");
    }

    private static void say(String text) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.refused(text));
        }
    }
}
