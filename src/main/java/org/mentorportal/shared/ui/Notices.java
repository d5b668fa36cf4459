package org.mentorportal.shared.ui;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Says in passing what happened; read aloud by screen readers. What a person must act on is a dialog instead. */
public final class Notices {

    private static final int MILLIS = 6000;

    private Notices() {
    }

    public static void done(String text) {
        show(text, NotificationVariant.LUMO_SUCCESS);
    }

    public static void refused(String text) {
        show(text, NotificationVariant.LUMO_ERROR);
    }

    private static void show(String text, NotificationVariant variant) {
        Notification notice = new Notification(text, MILLIS, Position.TOP_CENTER);
        notice.addThemeVariants(variant);
        notice.setAssertive(variant == NotificationVariant.LUMO_ERROR);
        notice.open();
    }
}
