package org.mentorportal.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;

/** A way to another page of the portal, which changes without being loaded anew. */
public class PageLink extends Anchor {

    public PageLink(String path, Component... content) {
        super(path, content);
        getElement().setAttribute("router-link", true);
    }

    public PageLink(String path, String text) {
        super(path, text);
        getElement().setAttribute("router-link", true);
    }

    /** Looks like a button; {@code primary} for the one that most people want. */
    public static PageLink asButton(String path, String text, boolean primary) {
        var link = new PageLink(path, text);
        link.addClassName("button");
        link.setClassName("primary", primary);
        return link;
    }
}
