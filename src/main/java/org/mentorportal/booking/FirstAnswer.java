package org.mentorportal.booking;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.AuditReader;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.shared.AccountId;
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
        var then = new Then(now);
        trail.chains(List.of(BookingHistory.subject(now.id()))).stream().filter(event -> event.seq() <= version).forEach(then::take);
        return new BookingRow(now.id(), now.service(), now.resource(), now.student(), then.start, then.end, now.occupiedFrom(),
                now.occupiedTo(), then.status, now.purpose(), then.players, now.contact(), then.requestedBy, then.requestedAt,
                then.endedAt == null ? then.approvedBy : then.endedBy, then.endedAt == null ? then.approvedAt : then.endedAt,
                null, version);
    }

    private static final class Then {

        private Instant start;
        private Instant end;
        private BookingStatus status;
        private int players;
        private AccountId requestedBy;
        private Instant requestedAt;
        private @Nullable AccountId approvedBy;
        private @Nullable Instant approvedAt;
        private @Nullable AccountId endedBy;
        private @Nullable Instant endedAt;

        Then(BookingRow now) {
            start = now.start();
            end = now.end();
            status = now.status();
            players = now.players();
            requestedBy = now.requestedBy();
            requestedAt = now.requestedAt();
        }

        void take(RecordedEvent event) {
            status = BookingStatus.valueOf(event.to());
            if (event.facts().containsKey("players")) {
                players = Integer.parseInt(event.facts().get("players"));
            }
            if (event.facts().containsKey("start")) {
                placed(event);
            } else if (event.changedTheState()) {
                turned(event);
            }
        }

        /** What comes back has been approved by whoever did it before. */
        private void turned(RecordedEvent event) {
            boolean back = BookingStatus.CANCELLED.name().equals(event.from());
            if (status == BookingStatus.APPROVED && !back) {
                approvedBy = event.by().account();
                approvedAt = event.at();
            }
            endedBy = status.isActive() ? null : event.by().account();
            endedAt = status.isActive() ? null : event.at();
        }

        /** Made or moved: asked for anew, and approved by whoever the event names, or by nobody. */
        private void placed(RecordedEvent event) {
            start = Instant.parse(event.facts().get("start"));
            end = Instant.parse(event.facts().get("end"));
            requestedBy = event.by().account();
            requestedAt = event.at();
            String approver = event.facts().getOrDefault("approver", "");
            approvedBy = approver.isEmpty() ? null : new AccountId(Long.parseLong(approver));
            approvedAt = status == BookingStatus.APPROVED ? event.at() : null;
        }
    }
}
