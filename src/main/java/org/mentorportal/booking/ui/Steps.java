package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;

/** Where in the three steps of a booking a person is. */
final class Steps extends OrderedList {

    Steps(BookingTexts texts, int current) {
        addClassName("steps");
        for (int step = 1; step <= 3; step++) {
            var item = new ListItem(texts.get("book.step." + step));
            if (step == current) {
                item.getElement().setAttribute("aria-current", "step");
            }
            item.setClassName("done", step < current);
            add(item);
        }
    }
}
