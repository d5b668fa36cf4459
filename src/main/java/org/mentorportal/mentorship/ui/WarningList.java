package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.mentorportal.mentorship.WarningDetails;

/** No-shows and what they still mean, each with what the mentee says to it and what can be done about it. */
final class WarningList extends UnorderedList {

    private final MentorshipTexts texts;

    WarningList(MentorshipTexts texts, List<WarningDetails> warnings, Function<WarningDetails, Optional<? extends Component>> act) {
        this.texts = texts;
        addClassName("rows");
        warnings.forEach(warning -> add(row(warning, act.apply(warning))));
    }

    private ListItem row(WarningDetails warning, Optional<? extends Component> act) {
        var when = new Span(texts.formats().daySpan(warning.start(), warning.end()));
        when.addClassName("strong");
        var by = new Span(texts.get("mentee.warned-by", warning.raisedBy(), texts.formats().ago(warning.raisedAt())));
        by.addClassName("muted");
        var text = new Div(when, new Span(warning.service().title()), by);
        text.addClassName("text");
        if (warning.answer() != null && warning.answeredAt() != null) {
            var answer = new Paragraph(texts.get("mentee.answer", warning.answer()));
            answer.addClassName("quote");
            var answered = new Span(texts.get("mentee.answered", texts.formats().ago(warning.answeredAt())));
            answered.addClassName("muted");
            text.add(answer, answered);
        }
        var side = new Div(texts.chip(warning.state()));
        side.addClassName("side-of-row");
        act.ifPresent(side::add);
        var row = new ListItem(text, side);
        row.addClassName("row");
        return row;
    }
}
