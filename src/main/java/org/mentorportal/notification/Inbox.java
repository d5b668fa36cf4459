package org.mentorportal.notification;

import org.mentorportal.audit.LastWrites;
import org.mentorportal.booking.BookingDecided;
import org.mentorportal.shared.SqlTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Puts every decision into the inbox of the student whom it concerns, in the decision's own transaction: neither is there
 * without the other. What students do themselves is no news to them.
 */
@Component
class Inbox {

    private static final String SEND =
            "insert into inbox_message (account_id, kind, booking_id, sender_id, reason, sent_at) values (?, ?, ?, ?, ?, ?)";

    private final LastWrites last;

    Inbox(LastWrites last) {
        this.last = last;
    }

    @EventListener
    void on(BookingDecided decided) {
        if (!decided.byTheStudent()) {
            last.add(SEND, decided.student().value(), InboxKind.of(decided).name(), decided.booking().value(),
                    decided.by().account().value(), decided.reason(), SqlTime.utc(decided.at()));
        }
    }
}
