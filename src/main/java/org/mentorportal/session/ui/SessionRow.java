package org.mentorportal.session.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.SessionDetails;
import org.mentorportal.shared.ui.PageLink;

/** A session to come or of today: when, what, who, and the way in. */
final class SessionRow extends ListItem {

    private final SessionTexts texts;

    /**
     * @param withDay whether its day must be said
     * @param withWay whether who reads it has the way in; admins do not meet there, so only its mentor has, until it is over
     */
    SessionRow(SessionTexts texts, SessionDetails session, boolean withDay, boolean withWay) {
        this.texts = texts;
        addClassNames("row", "session");
        var when = new Span(withDay ? texts.formats().daySpan(session.start(), session.end())
                : texts.formats().span(session.start(), session.end()));
        when.addClassName("strong");
        var what = new Span(session.service().title());
        what.addClassName("muted");
        var people = new Div();
        people.addClassName("people");
        session.participants().forEach(place -> people.add(person(place)));
        var text = new Div(when, what, people);
        var trail = new PageLink("trail?about=session:" + session.id(), texts.get("mentor.trail"));
        trail.addClassName("quiet");
        text.add(trail);
        text.addClassName("text");
        add(text);
        String link = session.meeting().link();
        if (link != null && withWay) {
            add(way(session, link));
        }
    }

    private Component person(AttendanceDetails place) {
        var name = new Span(place.studentName());
        if (place.mark() == null) {
            return name;
        }
        var person = new Span(name, texts.chip(place.mark()));
        person.addClassName("titled");
        return person;
    }

    private Component way(SessionDetails session, String link) {
        var way = new Anchor(link, texts.get("mentor.join"));
        way.setTarget(AnchorTarget.BLANK);
        way.setRouterIgnore(true);
        way.getElement().setAttribute("rel", "noopener noreferrer");
        way.getElement().setAttribute("aria-label", texts.get("mentor.join-spoken", session.service().title(),
                texts.formats().daySpan(session.start(), session.end())));
        way.addClassName("button");
        return way;
    }
}
