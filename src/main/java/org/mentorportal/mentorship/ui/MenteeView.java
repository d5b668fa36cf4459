package org.mentorportal.mentorship.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.EnrolmentService;

/** The page of one mentee in one cycle. */
@Route("mentees/:enrolment")
@RolesAllowed({"MENTOR", "ADMIN"})
class MenteeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final EnrolmentService enrolments;
    private final MenteeParts parts;
    private final DecisionParts decisions;
    private final MentorshipTexts texts;
    private final LiveUpdates updates;
    private String title;

    MenteeView(EnrolmentService enrolments, MenteeParts parts, DecisionParts decisions, MentorshipTexts texts, LiveUpdates updates) {
        this.enrolments = enrolments;
        this.parts = parts;
        this.decisions = decisions;
        this.texts = texts;
        this.updates = updates;
        this.title = texts.get("mentees.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        EnrolmentDetails found = event.getRouteParameters().get("enrolment").flatMap(MenteeView::id).flatMap(enrolments::find)
                .orElseThrow(NotFoundException::new);
        title = texts.who(found);
        removeAll();
        add(new MenteeScreen(texts, enrolments, parts, decisions, updates, found));
    }

    private static Optional<EnrolmentId> id(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(new EnrolmentId(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
