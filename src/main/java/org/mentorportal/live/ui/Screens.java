package org.mentorportal.live.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;

/** Reaches open screens from live's own threads. */
public final class Screens {

    private Screens() {
    }

    /** Runs {@code work} inside the UI's lock; a screen that was closed meanwhile is nobody's error. */
    public static void push(UI ui, Runnable work) {
        try {
            ui.access(work::run);
        } catch (UIDetachedException closed) {
            // its views leave the boards and topics when the UI is detached
        }
    }
}
