package org.mentorportal.app.ui;

import com.vaadin.flow.component.html.Span;

/** How many things wait somewhere; not there while none does. */
final class CountBadge extends Span {

    private int number;

    CountBadge() {
        addClassName("count");
        setVisible(false);
    }

    /** @param spoken what a screen reader says of the number */
    void show(int newNumber, String spoken) {
        number = newNumber;
        setText(number > 99 ? "99+" : Integer.toString(number));
        getElement().setAttribute("aria-label", spoken).setAttribute("role", "status");
        setVisible(number > 0);
    }

    int number() {
        return number;
    }
}
