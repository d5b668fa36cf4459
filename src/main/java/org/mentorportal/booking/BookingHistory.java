package org.mentorportal.booking;

import static java.util.stream.Collectors.toSet;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.mentorportal.account.AccountService;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingChange.BookingPart;
import org.mentorportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** Who changed what of a booking, from the trail. */
@Component
class BookingHistory {

    /** Under this fact an event names the parts that it changed, besides the status. */
    static final String CHANGED = "changed";

    private final AuditReader trail;
    private final AccountService accounts;

    BookingHistory(AuditReader trail, AccountService accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    static Subject subject(BookingId booking) {
        return new Subject("booking", booking.value());
    }

    /** The changes after {@code version}, the oldest first. */
    List<BookingChange> since(BookingId booking, int version) {
        List<RecordedEvent> events = trail.since(subject(booking), version);
        Map<AccountId, String> names = accounts.names(events.stream().map(event -> event.by().account()).toList());
        return events.stream().map(event -> new BookingChange(
                names.getOrDefault(event.by().account(), "#" + event.by().account()), event.at(), parts(event))).toList();
    }

    private static Set<BookingPart> parts(RecordedEvent event) {
        Set<BookingPart> parts = event.facts().containsKey(CHANGED)
                ? Stream.of(event.facts().get(CHANGED).split(",")).map(BookingPart::valueOf).collect(toSet())
                : EnumSet.noneOf(BookingPart.class);
        if (!Objects.equals(event.from(), event.to())) {
            parts.add(BookingPart.STATUS);
        }
        return parts;
    }
}
