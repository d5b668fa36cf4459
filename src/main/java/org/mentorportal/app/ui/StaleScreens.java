package org.mentorportal.app.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mentorportal.app.web.WebSettings;
import org.mentorportal.live.LiveExecutor;
import org.springframework.stereotype.Component;

/**
 * Lets go of tabs whose browser has gone without a word: Vaadin looks for them only when the same session sends a request, and
 * whoever closed the last tab sends none.
 */
@Component
class StaleScreens implements VaadinServiceInitListener {

    private final LiveExecutor executor;
    private final WebSettings settings;
    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    StaleScreens(LiveExecutor executor, WebSettings settings) {
        this.executor = executor;
        this.settings = settings;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> sessions.add(begun.getSession()));
        event.getSource().addSessionDestroyListener(ended -> sessions.remove(ended.getSession()));
        executor.every(settings.sweep(), this::sweep);
    }

    void sweep() {
        sessions.forEach(session -> session.access(() -> {
            for (UI ui : List.copyOf(session.getUIs())) {
                boolean leaving = ui.isClosing() || session.getState() != VaadinSessionState.OPEN; // Vaadin sees to these
                if (!leaving && !session.getService().isUIActive(ui)) {
                    ui.close();
                    ui.accessSynchronously(() -> session.removeUI(ui));
                }
            }
        }));
    }
}
