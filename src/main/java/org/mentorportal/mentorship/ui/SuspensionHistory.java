package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.Objects;
import org.mentorportal.booking.ui.RestoreLists;
import org.mentorportal.mentorship.MenteePage;
import org.mentorportal.mentorship.PastSuspension;
import org.mentorportal.mentorship.SuspensionDetails;

/** What each suspension cancelled, and what its end brought back; the one that holds is open. */
final class SuspensionHistory extends Div {

    private final MentorshipTexts texts;

    SuspensionHistory(MentorshipTexts texts, RestoreLists lists, MenteePage page) {
        this.texts = texts;
        addClassName("stack");
        SuspensionDetails open = page.enrolment().suspension();
        if (open != null) {
            var held = new NativeDetails(title(open), new BookingLines(texts, page.held(), texts.get("suspension.holds", page.held().size())));
            held.setOpen(true);
            add(held);
        }
        page.past().forEach(past -> add(past(past, lists)));
    }

    private NativeDetails past(PastSuspension past, RestoreLists lists) {
        var content = new Div(new SuspensionFacts(texts, past.suspension(), ""), lists.of(past.lines(), true));
        content.addClassName("stack");
        return new NativeDetails(title(past.suspension()), content);
    }

    private String title(SuspensionDetails suspension) {
        return suspension.endedAt() == null ? texts.get("suspension.open." + suspension.kind(), texts.formats().day(suspension.since()))
                : texts.get("suspension.past." + suspension.kind(), texts.formats().day(suspension.since()),
                        texts.formats().day(Objects.requireNonNull(suspension.endedAt())));
    }
}
