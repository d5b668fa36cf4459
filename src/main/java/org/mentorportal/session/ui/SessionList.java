package org.mentorportal.session.ui;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.List;
import org.mentorportal.session.SessionDetails;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.ui.Empty;
import org.mentorportal.shared.ui.KeyedList;

/** Sessions of today or of the coming week, each the same element for as long as it says the same. */
final class SessionList extends Div {

    /** What a row shows; when a session is over, nothing of it but that is different. */
    private record Line(SessionDetails session, boolean isOver) {
    }

    private final SessionTexts texts;
    private final boolean withDay;
    private final AccountId reader;
    private final Div empty = new Div();
    private final KeyedList<Line> list = new KeyedList<>(line -> line.session().id());

    /** @param withDay whether the day of each must be said */
    SessionList(SessionTexts texts, boolean withDay, AccountId reader) {
        this.texts = texts;
        this.withDay = withDay;
        this.reader = reader;
        list.addClassName("card");
        add(empty, list);
    }

    void show(List<SessionDetails> sessions, Instant now) {
        list.show(sessions.stream().map(session -> new Line(session, !session.end().isAfter(now))).toList(),
                line -> new SessionRow(texts, line.session, withDay, !line.isOver && line.session.service().resource().belongsTo(reader)));
        empty.removeAll();
        if (sessions.isEmpty()) {
            empty.add(new Empty(texts.get(withDay ? "mentor.none-week" : "mentor.none-today")));
        }
    }
}
