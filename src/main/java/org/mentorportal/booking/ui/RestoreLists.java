package org.mentorportal.booking.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.DisplayNames;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.Verdict;

/** What undoing a hold, or filling a plan, would do or did: first how much of what, then a line for each booking. */
@org.springframework.stereotype.Component
public class RestoreLists {

    private final BookingTexts texts;
    private final AccountService accounts;

    RestoreLists(BookingTexts texts, AccountService accounts) {
        this.texts = texts;
        this.accounts = accounts;
    }

    /**
     * Of one student's bookings.
     *
     * @param done whether it was done, or only would be
     */
    public Component of(List<RestoreLine> lines, boolean done) {
        return of(lines, done, Optional.empty());
    }

    /** Of several students' bookings, each with the name. */
    public Component withNames(List<RestoreLine> lines, boolean done) {
        return of(lines, done, Optional.of(accounts.names(lines.stream().map(RestoreLine::student).toList())));
    }

    private Component of(List<RestoreLine> lines, boolean done, Optional<DisplayNames> names) {
        var all = new Div();
        all.addClassNames("stack", "restore-lines");
        if (lines.isEmpty()) {
            all.add(new Paragraph(texts.get("restore.none")));
            return all;
        }
        all.add(new Paragraph(summary(lines, done)));
        var list = new UnorderedList(lines.stream().map(line -> item(line, done, names)).toArray(ListItem[]::new));
        list.addClassName("consequence");
        all.add(list);
        return all;
    }

    private String summary(List<RestoreLine> lines, boolean done) {
        String when = done ? "done." : "will-be.";
        String parts = Stream.of(part(when + "back", lines, line -> line.verdict() == Verdict.RESTORED),
                part(when + "made", lines, line -> line.verdict() == Verdict.MADE),
                part(when + "not", lines, line -> !line.verdict().isBooked())).flatMap(Optional::stream).collect(Collectors.joining(", "));
        return texts.get("restore.summary", parts);
    }

    /** Nothing where there is none of it. */
    private Optional<String> part(String key, List<RestoreLine> lines, Predicate<RestoreLine> which) {
        int count = (int) lines.stream().filter(which).count();
        return count == 0 ? Optional.empty() : Optional.of(texts.get("restore.summary." + key, count));
    }

    private ListItem item(RestoreLine line, boolean done, Optional<DisplayNames> names) {
        var what = new Span(texts.formats().dayTime(line.start()) + ", " + line.service().name()
                + names.map(known -> ", " + known.of(line.student())).orElse(""));
        what.addClassName("what");
        var verdict = new Span((line.verdict().isBooked() ? "✓ " : "– ") + words(line, done));
        verdict.addClassName(line.verdict().isBooked() ? "good" : "muted");
        return new ListItem(what, verdict);
    }

    private String words(RestoreLine line, boolean done) {
        return texts.get("restore." + (line.verdict().isBooked() && !done ? "will-be." : "") + line.verdict()
                + (line.status() == null ? "" : "." + line.status()));
    }
}
