package org.mentorportal.app.ui;

import com.vaadin.flow.component.html.Span;
import org.mentorportal.shared.ui.PageLink;

/** A way to a page, with a count of what waits there. */
final class NavItem extends PageLink {

    private final String path;
    private final CountBadge count = new CountBadge();

    NavItem(String path, String text) {
        super(path.isEmpty() ? "." : path, new Span(text));
        this.path = path;
        add(count);
    }

    String path() {
        return path;
    }

    /** @param spoken what a screen reader says of the number */
    void count(int number, String spoken) {
        count.show(number, spoken);
    }

    int waiting() {
        return count.number();
    }

    boolean isCurrent() {
        return hasClassName("on");
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
