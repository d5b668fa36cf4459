package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A list of which the first few are read at once, and the rest when asked for. */
final class Folded extends Div {

    private static final int SHOWN = 6;

    Folded(MentorshipTexts texts, List<? extends ListItem> rows) {
        int shown = Math.min(SHOWN, rows.size());
        add(list(rows.subList(0, shown)));
        if (rows.size() > shown) {
            add(new NativeDetails(texts.get("mentee.earlier", rows.size() - shown), list(rows.subList(shown, rows.size()))));
        }
    }

    private static UnorderedList list(List<? extends ListItem> rows) {
        var list = new UnorderedList(rows.toArray(ListItem[]::new));
        list.addClassName("rows");
        return list;
    }
}
