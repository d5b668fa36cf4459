package org.mentorportal.shared.ui;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** A page's title, and under it one quiet line. */
public final class PageHeader extends Header {

    private final H1 title = new H1();
    private final Paragraph line = new Paragraph();

    public PageHeader(String title, String line) {
        addClassName("page-header");
        this.line.addClassName("muted");
        setTitle(title);
        setLine(line);
        add(this.title, this.line);
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public void setLine(String text) {
        line.setText(text);
        line.setVisible(!text.isEmpty());
    }
}
