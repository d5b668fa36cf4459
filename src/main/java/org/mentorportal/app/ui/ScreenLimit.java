package org.mentorportal.app.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Comparator;
import java.util.List;
import org.mentorportal.app.web.TabClosed;
import org.mentorportal.app.web.WebSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** No browser keeps more tabs open than {@code portal.web.screens-per-session}: for one more the oldest is closed, and says so. */
@Component
class ScreenLimit implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(ScreenLimit.class);

    private final WebSettings settings;

    ScreenLimit(WebSettings settings) {
        this.settings = settings;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(this::limit);
    }

    /** The session is locked: of two tabs that open at once, the second counts the first. */
    private void limit(UIInitEvent event) {
        List<UI> open = event.getUI().getSession().getUIs().stream().filter(ui -> ui != event.getUI() && !ui.isClosing())
                .sorted(Comparator.comparing(UI::getUIId)).toList();
        int tooMany = open.size() + 1 - settings.screensPerSession();
        open.stream().limit(Math.max(0, tooMany)).forEach(this::close);
    }

    private void close(UI oldest) {
        log.info("a tab was closed: its browser had more than {}", settings.screensPerSession());
        oldest.access(() -> {
            oldest.getPage().setLocation(TabClosed.PATH);
            oldest.close();
        });
    }
}
