package org.mentorportal.app.ui;

import com.vaadin.flow.component.html.Span;
import org.mentorportal.shared.ui.PageLink;

/** A way to a page, with a count of what waits there. */
final class NavItem extends PageLink {

    private final String path;
    private final Span count = new Span();

    NavItem(String path, String text) {
        super(path.isEmpty() ? "." : path, new Span(text));
        this.path = path;
        count.addClassName("count");
        count.setVisible(false);
        add(count);
    }

    String path() {
        return path;
    }

    /** @param spoken what a screen reader says of the number */
    void count(int number, String spoken) {
        count.setText(number > 99 ? "99+" : Integer.toString(number));
        count.getElement().setAttribute("aria-label", spoken).setAttribute("role", "status");
        count.setVisible(number > 0);
    }

    /** @param location where the person is: at this page, or at one below it */
    void markCurrent(String location) {
        boolean current = location.equals(path) || (!path.isEmpty() && location.startsWith(path + "/"));
        setClassName("on", current);
        if (current) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }
}
