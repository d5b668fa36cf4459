package org.mentorportal.trail;

import java.util.Optional;
import java.util.Set;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.springframework.stereotype.Component;

/** Which sessions came about and ended, who got and left a place in them, and how it was marked. */
@Component
class SessionSentences implements Sentences {

    enum SessionDeed {
        MADE, REVIVED, ENDED
    }

    enum PlaceDeed {
        HELD_OWN, HELD, GIVEN_UP_OWN, GIVEN_UP, ATTENDED, NO_SHOW, EXCUSED, MARK_TAKEN_BACK
    }

    @Override
    public Set<String> kinds() {
        return Set.of("session", "reservation");
    }

    @Override
    public String of(RecordedEvent event, Told told) {
        return event.subject().type().equals("session") ? session(event, told) : place(event, told);
    }

    private static String session(RecordedEvent event, Told told) {
        History session = told.own(event);
        SessionDeed deed = event.from() == null ? SessionDeed.MADE : event.to().equals("SCHEDULED") ? SessionDeed.REVIVED : SessionDeed.ENDED;
        return told.words().of(deed, told.who(event), told.place(session), told.when(session));
    }

    /** Of the session's time, since the booking may have moved on. Of a place that was there before the trail, little is known. */
    private static String place(RecordedEvent event, Told told) {
        Optional<History> booking = told.other("booking", event);
        Optional<History> slot = told.other("session", event).or(() -> booking);
        String student = booking.map(known -> known.need("student")).orElse("");
        boolean own = student.equals(event.by().account().toString());
        return told.words().of(deed(event, own), told.who(event), slot.map(told::place).orElse("#"), slot.map(told::when).orElse("#"),
                student.isEmpty() ? "#" : told.account(student));
    }

    private static PlaceDeed deed(RecordedEvent event, boolean own) {
        return switch (event.to()) {
            case "HELD" -> event.from() != null && !event.from().equals("GIVEN_UP") ? PlaceDeed.MARK_TAKEN_BACK : own ? PlaceDeed.HELD_OWN : PlaceDeed.HELD;
            case "GIVEN_UP" -> own ? PlaceDeed.GIVEN_UP_OWN : PlaceDeed.GIVEN_UP;
            default -> PlaceDeed.valueOf(event.to());
        };
    }
}
