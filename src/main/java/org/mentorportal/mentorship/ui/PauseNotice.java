package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.live.ui.LivePart;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.SuspensionDetails;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.ui.PageLink;

/** Says, live, which cycle is paused and since when, and where one reads more; unseen while none is. */
final class PauseNotice extends Div {

    private final MentorshipTexts texts;

    PauseNotice(MentorshipTexts texts, LiveUpdates updates, AccountId student, Supplier<List<EnrolmentDetails>> paused) {
        this.texts = texts;
        addClassName("pause-notice");
        getElement().setAttribute("role", "status");
        LivePart.of(this, updates, Set.of(Topic.account(student)), paused, this::show);
    }

    private void show(List<EnrolmentDetails> paused) {
        removeAll();
        setVisible(!paused.isEmpty());
        paused.forEach(this::add);
    }

    private void add(EnrolmentDetails enrolment) {
        SuspensionDetails open = enrolment.suspension();
        if (open != null) {
            var line = new Div(new Span(texts.get(open.byTheMentee() ? "notice.left" : "notice.paused." + open.kind(),
                    enrolment.cycle().name(), texts.formats().day(open.since()), enrolment.leadName())),
                    new PageLink("standing", texts.get("notice.more")));
            line.addClassNames("verdict", "warn");
            add(line);
        }
    }
}
