package org.mentorportal.trail.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.trail.TrailLine;

/** One event: what happened, why, and under which circumstances; the way to all of its subject. */
final class TrailRow extends ListItem {

    /** Of the others there is not more to tell than of themselves. */
    private static final List<String> WITH_A_STORY = List.of("booking", "enrolment", "session", "service", "resource");

    TrailRow(TrailTexts texts, TrailLine line, boolean linked) {
        addClassName("row");
        var text = new Div(new Span(line.said()));
        text.addClassName("text");
        if (line.reason() != null) {
            var reason = new Span(line.reason());
            reason.addClassName("quote");
            text.add(reason);
        }
        var circumstances = new Span(texts.circumstances(line));
        circumstances.addClassName("muted");
        text.add(circumstances);
        add(text);
        if (linked && WITH_A_STORY.contains(line.subject().type())) {
            var all = new PageLink(TrailView.about(line.subject()), texts.get("trail.all-of-it"));
            all.addClassName("quiet");
            all.setAriaLabel(texts.get("trail.all-of-it-spoken", texts.about(line.subject())));
            add(all);
        }
    }
}
