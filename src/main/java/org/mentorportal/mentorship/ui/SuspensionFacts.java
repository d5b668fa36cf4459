package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import java.util.Objects;
import org.mentorportal.mentorship.SuspensionDetails;
import org.mentorportal.shared.ui.Facts;

/** Why, since when and by whom an enrolment is or was paused. */
final class SuspensionFacts extends Div {

    /** @param ask whom the mentee asks about it, or "" */
    SuspensionFacts(MentorshipTexts texts, SuspensionDetails suspension, String ask) {
        var facts = new Facts().with(texts.get("suspension.why"), Objects.requireNonNullElse(suspension.reason(), ""))
                .with(texts.get("suspension.since"), texts.formats().dayTime(suspension.since()))
                .with(texts.get("suspension.by"), suspension.begunBy()).with(texts.get("suspension.ask"), ask);
        if (suspension.endedAt() != null && suspension.endedBy() != null) {
            facts.with(texts.get("suspension.ended"), texts.get("suspension.ended-by", texts.formats().dayTime(suspension.endedAt()),
                    suspension.endedBy()));
        }
        add(facts);
    }
}
