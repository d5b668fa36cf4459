package org.mentorportal.trail;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.booking.BookingChange.BookingPart;
import org.mentorportal.booking.BookingStatus;
import org.springframework.stereotype.Component;

/** Who did what with whose booking of what, and for when. */
@Component
class BookingSentences implements Sentences {

    /** Of one's own booking nobody else is named. */
    enum BookingDeed {
        ASKED_OWN, ASKED, BOOKED_OWN, BOOKED, APPROVED, REJECTED, REVOKED, CANCELLED_OWN, CANCELLED, CLOSED, RETIRED, HELD_OWN, HELD, RESTORED_OWN,
        RESTORED, GAVE_UP_OWN, MOVED_OWN, MOVED, EDITED_OWN, EDITED, CHANGED_OWN, CHANGED
    }

    @Override
    public Set<String> kinds() {
        return Set.of("booking");
    }

    @Override
    public String of(RecordedEvent event, Told told) {
        History booking = told.own(event);
        boolean own = event.by().account().value() == booking.number("student");
        List<Object> parts = new ArrayList<>(List.of(told.who(event), told.place(booking), told.when(booking)));
        if (!own) {
            parts.add(told.account(booking.need("student")));
        }
        if (event.facts().containsKey("start-before")) {
            parts.add(told.formats().dayTime(Instant.parse(event.facts().get("start-before"))));
        } else if (event.facts().containsKey("changed")) {
            parts.add(event.changed(BookingPart.class).stream().map(told.words()::of).collect(joining(", ")));
        }
        return told.words().of(deed(event, own), parts.toArray());
    }

    private static BookingDeed deed(RecordedEvent event, boolean own) {
        if (event.facts().containsKey("start-before")) {
            return own ? BookingDeed.MOVED_OWN : BookingDeed.MOVED;
        }
        if (event.facts().containsKey("given-up-hold")) {
            return BookingDeed.GAVE_UP_OWN;
        }
        if (!event.changedTheState()) {
            return event.facts().containsKey("changed") ? own ? BookingDeed.EDITED_OWN : BookingDeed.EDITED
                    : own ? BookingDeed.CHANGED_OWN : BookingDeed.CHANGED;
        }
        if (BookingStatus.CANCELLED.name().equals(event.from())) {
            return own ? BookingDeed.RESTORED_OWN : BookingDeed.RESTORED;
        }
        return switch (BookingStatus.valueOf(event.to())) {
            case PENDING -> own ? BookingDeed.ASKED_OWN : BookingDeed.ASKED;
            case APPROVED -> event.from() != null ? BookingDeed.APPROVED : own ? BookingDeed.BOOKED_OWN : BookingDeed.BOOKED;
            case REJECTED -> BookingDeed.REJECTED;
            case REVOKED -> BookingDeed.REVOKED;
            case CANCELLED -> cancelled(event, own);
        };
    }

    private static BookingDeed cancelled(RecordedEvent event, boolean own) {
        if (event.facts().containsKey("closure")) {
            return BookingDeed.CLOSED;
        }
        if (event.facts().containsKey("hold")) {
            return own ? BookingDeed.HELD_OWN : BookingDeed.HELD;
        }
        if (event.facts().containsKey("service")) {
            return BookingDeed.RETIRED;
        }
        return own ? BookingDeed.CANCELLED_OWN : BookingDeed.CANCELLED;
    }
}
