package org.mentorportal.shared.ui;

import com.vaadin.flow.component.html.DescriptionList;

/** Names and values, one pair a line. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("facts");
    }

    /** Leaves out what has no value. */
    public Facts with(String name, String value) {
        if (!value.isBlank()) {
            add(new Term(name), new Description(value));
        }
        return this;
    }
}
