package org.mentorportal.shared.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.mentorportal.shared.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** A fault becomes neutral words with a reference number; the cause goes to the log under the same number. */
@Component
class FaultHandler implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(FaultHandler.class);

    private final Words words;
    private final RandomGenerator random = new SecureRandom();

    FaultHandler(Words words) {
        this.words = words;
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
        String reference = HexFormat.of().toHexDigits((int) random.nextLong());
        log.error("fault {}", reference, event.getThrowable());
        say(words.get("fault.unknown", reference));
    }

    private static void say(String text) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Notices.refused(text));
        }
    }
}
