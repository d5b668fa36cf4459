package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Span;
import java.util.stream.IntStream;
import org.mentorportal.mentorship.EnrolmentDetails;

/** How many warnings of how many, as words, and as dots for the eye. */
final class WarningCount extends Span {

    /** More would be no picture any more. */
    private static final int MOST_DOTS = 8;

    WarningCount(MentorshipTexts texts, EnrolmentDetails enrolment) {
        addClassName("warning-count");
        int limit = enrolment.cycle().noShowLimit();
        if (limit <= MOST_DOTS) {
            var dots = new Span(IntStream.range(0, limit).mapToObj(number -> dot(number < enrolment.warnings())).toArray(Span[]::new));
            dots.addClassName("dots");
            dots.getElement().setAttribute("aria-hidden", "true");
            add(dots);
        }
        add(new Span(texts.get("mentee.warnings", enrolment.warnings(), limit)));
    }

    private static Span dot(boolean on) {
        var dot = new Span();
        dot.setClassName("on", on);
        return dot;
    }
}
