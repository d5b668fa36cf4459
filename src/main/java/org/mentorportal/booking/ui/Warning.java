package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.Paragraph;

/** What a dialog says is in the way, read aloud at once; unseen while nothing is. */
final class Warning extends Paragraph {

    Warning() {
        addClassNames("verdict", "warn");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    void say(String text) {
        setText(text);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
