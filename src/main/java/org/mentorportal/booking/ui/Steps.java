package org.mentorportal.booking.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import org.mentorportal.shared.ui.PageLink;

/** Where in the three steps of a booking a person is. */
final class Steps extends OrderedList {

    Steps(BookingTexts texts, int current) {
        addClassName("steps");
        for (int step = 1; step <= 3; step++) {
            String text = texts.get("book.step." + step);
            var item = step == 1 && current == 2 ? new ListItem(new PageLink("book", text)) : new ListItem(text);
            if (step == current) {
                item.getElement().setAttribute("aria-current", "step");
            }
            item.setClassName("done", step < current);
            add(item);
        }
    }
}
