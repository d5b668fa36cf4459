package org.mentorportal.booking;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.History;
import org.mentorportal.booking.BookingDeeds.Deed;
import org.springframework.stereotype.Component;

/**
 * A booking as it was when a command was answered first. A receipt keeps its status and version alone; the rest is told by the
 * trail, so that a repeat reads no mixture of then and now. Today's are names and words (purpose, contact), of which the trail holds
 * none, and the session, whose link nobody is told any more who has no place in it.
 */
@Component
class FirstAnswer {

    private final AuditReader trail;

    FirstAnswer(AuditReader trail) {
        this.trail = trail;
    }

    BookingRow of(BookingRow now, int version) {
        if (now.version() == version) {
            return now;
        }
        var then = new History(trail.chains(List.of(BookingHistory.subject(now.id()))).stream().filter(event -> event.seq() <= version).toList());
        var deeds = BookingDeeds.of(then);
        Optional<Deed> decided = Optional.ofNullable(deeds.ended()).or(() -> Optional.ofNullable(deeds.approved()));
        return new BookingRow(now.id(), now.service(), now.resource(), now.student(), then.moment("start"), then.moment("end"),
                now.occupiedFrom(), now.occupiedTo(), BookingStatus.valueOf(then.last().to()), now.purpose(), (int) then.number("players"),
                now.contact(), Objects.requireNonNull(deeds.requested().by()), deeds.requested().at(), decided.map(Deed::by).orElse(null),
                decided.map(Deed::at).orElse(null), null, version);
    }
}
