package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.mentorportal.booking.ui.RestoreLists;
import org.mentorportal.mentorship.EnrolmentAction;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.springframework.stereotype.Component;

/** What a mentor is asked to decide about a mentee, each with what it would do; nothing where nothing is asked. */
@Component
class DecisionParts {

    private final MentorshipTexts texts;
    private final RestoreLists lists;

    DecisionParts(MentorshipTexts texts, RestoreLists lists) {
        this.texts = texts;
        this.lists = lists;
    }

    /** At the limit: what reprobation would cancel, and the way not to. */
    Optional<Card> question(MenteeParts.Shown shown, ActionBar bar) {
        EnrolmentDetails enrolment = shown.enrolment();
        if (!enrolment.actions().contains(EnrolmentAction.DECLINE)) {
            return Optional.empty();
        }
        int count = shown.whatIf().cancelled().size();
        var card = new Card(texts.get("mentee.question", enrolment.warnings(), enrolment.cycle().noShowLimit()),
                verdict(texts.get("mentee.question-text", enrolment.studentName(), count)),
                new BookingLines(texts, shown.whatIf().cancelled(), texts.get("suspend.would-cancel", count)),
                Card.muted(texts.get("mentee.question-later")),
                bar.show(enrolment, shown.whatIf(), List.of(EnrolmentAction.DECLINE, EnrolmentAction.REPROBATE)));
        card.addClassName("decision");
        return Optional.of(card);
    }

    /** The no-show that led to the suspension was taken back: what lifting would restore. */
    Optional<Card> lift(MenteeParts.Shown shown, ActionBar bar) {
        EnrolmentDetails enrolment = shown.enrolment();
        if (!enrolment.groundWithdrawn() || !enrolment.actions().contains(EnrolmentAction.REACTIVATE)) {
            return Optional.empty();
        }
        var card = new Card(texts.get("mentee.lift"), verdict(texts.get("mentee.lift-text", enrolment.studentName())),
                lists.of(shown.whatIf().back(), false), Card.muted(texts.get("mentee.lift-later")),
                bar.show(enrolment, shown.whatIf(), List.of(EnrolmentAction.REACTIVATE)));
        card.addClassName("decision");
        return Optional.of(card);
    }

    private static Paragraph verdict(String text) {
        var verdict = new Paragraph(text);
        verdict.addClassNames("verdict", "warn");
        return verdict;
    }
}
