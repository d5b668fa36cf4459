package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;

/** A titled part of a page. */
final class Card extends Section {

    Card(String title, Component... content) {
        add(new H2(title));
        add(content);
        addClassNames("card", "stack");
    }

    static Paragraph muted(String text) {
        var muted = new Paragraph(text);
        muted.addClassName("muted");
        return muted;
    }
}
