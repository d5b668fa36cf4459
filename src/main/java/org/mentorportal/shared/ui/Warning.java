package org.mentorportal.shared.ui;

import com.vaadin.flow.component.html.Div;

/** What a dialog says is in the way, read aloud at once; unseen while nothing is. */
public class Warning extends Div {

    public Warning() {
        addClassNames("verdict", "warn");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public final void say(String text) {
        setText(text);
        appear();
    }

    protected void appear() {
        setVisible(true);
    }

    public final void hide() {
        setVisible(false);
    }
}
