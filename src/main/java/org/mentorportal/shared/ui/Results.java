package org.mentorportal.shared.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What came of each of many things that were done at once: read aloud, shown first, until it is closed. */
public final class Results extends Div {

    private final String title;
    private final String close;

    public Results(String title, String close) {
        this.title = title;
        this.close = close;
        getElement().setAttribute("role", "status");
    }

    public void show(List<ListItem> lines) {
        removeAll();
        var section = new Section(new H2(title), new UnorderedList(lines.toArray(ListItem[]::new)), new Button(close, click -> removeAll()));
        section.addClassNames("card", "results");
        section.getElement().setAttribute("tabindex", "-1");
        add(section);
        section.getElement().callJsFunction("focus");
    }
}
