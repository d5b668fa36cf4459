package org.mentorportal.shared.ui;

import com.vaadin.flow.component.html.Paragraph;

/** What a dialog says is in the way, read aloud at once; unseen while nothing is. */
public final class Warning extends Paragraph {

    public Warning() {
        addClassNames("verdict", "warn");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public void say(String text) {
        setText(text);
        setVisible(true);
    }

    public void hide() {
        setVisible(false);
    }
}
