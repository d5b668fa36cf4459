package org.mentorportal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** What stands where a list is empty: why, and what to do next. */
public final class Empty extends Div {

    public Empty(String text, Component... next) {
        addClassName("empty");
        add(new Paragraph(text));
        add(next);
    }
}
