package org.mentorportal.app.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.mentorportal.shared.Words;

/**
 * On a phone: shows the entries for which there is no room, and says how much waits behind them. Never seen on a desk. Who opens it
 * goes on from the first of those entries, which are above it; Escape closes it.
 */
final class MoreButton extends NativeButton {

    private final Words words;
    private final Nav nav;
    private final CountBadge count = new CountBadge();

    /** @param rest the entries for which there is no room */
    MoreButton(Words words, Nav nav, List<NavItem> rest) {
        this.words = words;
        this.nav = nav;
        addClassName("more");
        add(new Span(words.get("shell.more")), count);
        rest.forEach(item -> item.addClassName("rest"));
        getElement().setAttribute("aria-controls", nav.getId().orElseThrow());
        addClickListener(click -> {
            open(!isOpen());
            if (isOpen()) {
                rest.getFirst().focus();
            }
        });
        Shortcuts.addShortcutListener(nav, this::leave, Key.ESCAPE).listenOn(nav);
        open(false);
    }

    private boolean isOpen() {
        return nav.hasClassName("open");
    }

    private void leave() {
        if (isOpen()) {
            open(false);
            focus();
        }
    }

    /** After a step to another page. @param there whether it is one of those behind it */
    void show(boolean there) {
        setClassName("on", there);
        if (there) {
            getElement().setAttribute("aria-current", "true");
        } else {
            getElement().removeAttribute("aria-current");
        }
        open(false);
    }

    private void open(boolean open) {
        nav.setClassName("open", open);
        getElement().setAttribute("aria-expanded", Boolean.toString(open));
    }

    void count(int waiting) {
        count.show(waiting, words.get("shell.waiting", waiting));
    }
}
