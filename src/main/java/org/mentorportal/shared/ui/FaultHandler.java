package org.mentorportal.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.PushHandler;
import java.util.Arrays;
import org.mentorportal.shared.FaultLog;
import org.mentorportal.shared.Outage;
import org.mentorportal.shared.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * A fault becomes neutral words with a reference number; the cause goes to the log under the same number. A database that cannot
 * be asked is no fault: the person may try again. Nor is a screen that was closed meanwhile.
 */
@Component
class FaultHandler implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(FaultHandler.class);

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
        if (isOfAClosedScreen(fault)) {
            log.debug("a screen was closed while something was pushed to it", fault);
            return;
        }
        say(fault instanceof AccessDeniedException ? words.get("fault.denied") : Outage.of(fault).map(outage -> busy(outage, fault))
                .orElseGet(() -> words.get("fault.unknown", faults.note(fault))));
    }

    /** Vaadin then looks for the screen by a request that Atmosphere has cleared already (github.com/vaadin/flow/issues/18592). */
    private static boolean isOfAClosedScreen(Throwable fault) {
        return fault instanceof NullPointerException && Arrays.stream(fault.getStackTrace()).anyMatch(frame ->
                frame.getClassName().equals(PushHandler.class.getName()) && frame.getMethodName().equals("handleConnectionLost"));
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
