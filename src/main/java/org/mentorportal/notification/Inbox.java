package org.mentorportal.notification;

import org.mentorportal.booking.BookingDecided;
import org.mentorportal.shared.SqlTime;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts every decision into the inbox of the student whom it concerns, in the decision's own transaction: neither is there
 * without the other. What students do themselves is no news to them.
 */
@Component
class Inbox {

    private static final String SEND = """
            insert into inbox_message (account_id, kind, booking_id, sender_id, reason, sent_at)
            values (:account, :kind, :booking, :sender, :reason, :at)
            """;

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(BookingDecided decided) {
        if (decided.byTheStudent()) {
            return;
        }
        jdbc.sql(SEND).param("account", decided.student().value()).param("kind", InboxKind.of(decided).name())
                .param("booking", decided.booking().value()).param("sender", decided.by().account().value())
                .param("reason", decided.reason()).param("at", SqlTime.utc(decided.at())).update();
    }
}
