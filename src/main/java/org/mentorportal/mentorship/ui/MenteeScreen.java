package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.MenteePage;
import org.mentorportal.mentorship.MentorshipChanges;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.PageHeader;

/** Everything about one mentee, live: what is to be decided first, beside it how they stand and what can be done. */
final class MenteeScreen extends Div {

    private final MentorshipTexts texts;
    private final Div content = new Div();
    private final Div gone = new Div();
    private final List<Part<MenteeParts.Shown>> parts;
    private final LivePart<Optional<MenteeParts.Shown>> live;

    MenteeScreen(MentorshipTexts texts, EnrolmentService enrolments, MenteeParts make, DecisionParts decisions, LiveUpdates updates,
                 EnrolmentDetails first) {
        this.texts = texts;
        Part<MenteeParts.Shown> question = deciding(make, shown -> List.of(shown.enrolment(), shown.whatIf().cancelled()), decisions::question);
        Part<MenteeParts.Shown> lift = deciding(make, shown -> List.of(shown.enrolment(), shown.whatIf().back()), decisions::lift);
        Part<MenteeParts.Shown> status = deciding(make, shown -> List.of(shown.enrolment(), shown.whatIf()), make::status);
        Part<MenteeParts.Shown> plan = deciding(make, shown -> List.of(shown.page().plan(), shown.enrolment().actions()), make::plan);
        Part<MenteeParts.Shown> warnings = part(shown -> shown.page().warnings(), make::warnings);
        Part<MenteeParts.Shown> suspensions = part(shown -> List.of(shown.enrolment().status(), shown.page().held(), shown.page().past()), make::suspensions);
        Part<MenteeParts.Shown> attendance = part(shown -> shown.page().history(), make::attendance);
        List.of(question, lift).forEach(part -> part.addClassName("first")); // on a phone, where all stands in one column
        attendance.addClassName("last");
        parts = List.of(question, lift, status, plan, warnings, suspensions, attendance);
        var main = new Div(question, lift, warnings, suspensions, attendance);
        main.addClassNames("stack", "parts");
        var side = new Aside(status, plan);
        side.addClassNames("stack", "parts");
        content.add(main, side);
        content.addClassNames("two", "mentee");
        add(new PageHeader(first.studentName(), texts.get("mentee.line", first.cycle().name(), texts.days(first.cycle()), first.leadName())),
                texts.trail(first), gone, content);
        live = LivePart.of(this, updates, Set.of(MentorshipChanges.CYCLES, Topic.account(first.student())),
                () -> enrolments.page(first.id()).map(page -> shown(make, page)), this::show);
    }

    private static MenteeParts.Shown shown(MenteeParts make, MenteePage page) {
        return new MenteeParts.Shown(page, make.whatIf(page.enrolment()));
    }

    private Part<MenteeParts.Shown> part(Function<MenteeParts.Shown, Object> essence,
                                         BiFunction<MenteeParts.Shown, Runnable, Optional<? extends Component>> make) {
        return new Part<>(essence, shown -> make.apply(shown, this::refresh));
    }

    /** A part with buttons, which outlive what stands around them. */
    private Part<MenteeParts.Shown> deciding(MenteeParts parts, Function<MenteeParts.Shown, Object> essence,
                                             BiFunction<MenteeParts.Shown, ActionBar, Optional<? extends Component>> make) {
        ActionBar bar = parts.bar(this::refresh);
        return new Part<>(essence, shown -> make.apply(shown, bar));
    }

    private void refresh() {
        live.refresh();
    }

    /** Who is no longer this person's mentee is not shown any more. */
    private void show(Optional<MenteeParts.Shown> now) {
        gone.removeAll();
        content.setVisible(now.isPresent());
        now.ifPresentOrElse(shown -> parts.forEach(part -> part.show(shown)), () -> gone.add(new Empty(texts.get("mentee.gone"))));
    }
}
