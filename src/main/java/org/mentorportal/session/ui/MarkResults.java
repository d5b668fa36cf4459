package org.mentorportal.session.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.AttendanceOutcome;
import org.mentorportal.session.AttendanceQuestion;
import org.mentorportal.shared.ui.PageLink;
import org.mentorportal.shared.ui.Results;

/** What came of each line, what to decide now, and the way to take it back. */
final class MarkResults {

    /** @param place as it was shown when the person chose */
    record Result(Choice choice, AttendanceDetails place, AttendanceOutcome outcome) {
    }

    private final SessionTexts texts;
    private final Consumer<AttendanceDetails> undo;
    private final Results card;

    MarkResults(SessionTexts texts, Consumer<AttendanceDetails> undo) {
        this.texts = texts;
        this.undo = undo;
        card = new Results(texts.get("mentor.results"), texts.get("mentor.results-close"));
    }

    Results card() {
        return card;
    }

    void show(List<Result> results) {
        card.show(results.stream().map(this::line).toList());
    }

    private ListItem line(Result result) {
        var line = new ListItem(new Span(texts.line(result.place) + ": " + texts.said(result.outcome, result.choice.mark())));
        line.addClassName(result.outcome.changedNothing() ? "no" : "ok");
        if (result.outcome instanceof AttendanceOutcome.Done done) {
            done.questions().forEach(question -> line.add(decide(question)));
            if (result.choice.mark() != null) {
                var undone = new Button(texts.get("mentor.undo"), click -> undo.accept(done.attendance()));
                undone.setAriaLabel(texts.get("mentor.spoken", texts.get("mentor.undo"), result.place.studentName(), texts.when(result.place)));
                line.add(undone);
            }
        }
        return line;
    }

    private Div decide(AttendanceQuestion question) {
        var way = PageLink.asButton("mentees/" + question.enrolment(), texts.get("mentor.decide"), true);
        var asked = new Div(new Span(texts.question(question)), way);
        asked.addClassNames("verdict", "warn", "asks");
        return asked;
    }
}
