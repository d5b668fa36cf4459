package org.mentorportal.session.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.mentorportal.session.SessionDetails;
import org.mentorportal.session.SessionService;
import org.mentorportal.session.SessionStatus;
import org.mentorportal.shared.ui.Facts;
import org.mentorportal.shared.ui.PageHeader;

/** Stands where the demo school's meetings would be; only those who meet there get in. */
@Route("meeting/:room")
@PermitAll
class MeetingView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final SessionService sessions;
    private final SessionTexts texts;

    MeetingView(SessionService sessions, SessionTexts texts) {
        this.sessions = sessions;
        this.texts = texts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        show(event.getRouteParameters().get("room").flatMap(sessions::inRoom).orElseThrow(NotFoundException::new));
    }

    private void show(SessionDetails session) {
        boolean cancelled = session.status() == SessionStatus.CANCELLED;
        var text = new Paragraph(texts.get(cancelled ? "meeting.cancelled" : "meeting.demo"));
        text.addClassName(cancelled ? "verdict-no" : "verdict");
        var card = new Div(text, new Facts().with(texts.get("meeting.what"), session.service().name())
                .with(texts.get("meeting.with"), session.service().resource().name())
                .with(texts.get("meeting.when"), texts.formats().daySpan(session.start(), session.end())));
        card.addClassNames("card", "stack");
        add(new PageHeader(texts.get("meeting.title"), ""), card);
    }

    @Override
    public String getPageTitle() {
        return texts.get("meeting.title");
    }
}
