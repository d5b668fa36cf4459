package org.mentorportal.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.HoldId;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;

/**
 * A booking as it stood at a past moment, by its trail alone: all of its row but people's words.
 *
 * @param hold       what a suspension or a closure was to it; null for none
 * @param heldStatus what it was when that cancelled it
 * @param givenUp    the hold that it was given up of
 * @param requested  by whom and when it was made or last moved
 * @param approved   when it is; nobody, if its service approves by itself
 * @param ended      by whom and when it was rejected, revoked or cancelled
 */
public record BookingThen(BookingId id, ServiceId service, ResourceId resource, AccountId student, Instant start, Instant end,
                          Instant occupiedFrom, Instant occupiedTo, int seat, int capacity, boolean onePerDay, int players,
                          BookingStatus status, int version, @Nullable HoldId hold, @Nullable BookingStatus heldStatus, @Nullable HoldId givenUp,
                          Deed requested, @Nullable Deed approved, @Nullable Deed ended) {

    /** @param by null if nobody had to */
    public record Deed(@Nullable AccountId by, Instant at) {

        static Deed of(RecordedEvent event) {
            return new Deed(event.by().account(), event.at());
        }
    }

    static BookingThen of(History history) {
        var replay = new Replay();
        history.events().forEach(replay::take);
        return new BookingThen(new BookingId(history.first().subject().id()), new ServiceId(history.number("service")),
                new ResourceId(history.number("resource")), new AccountId(history.number("student")), history.moment("start"),
                history.moment("end"), history.moment("occupied-from"), history.moment("occupied-to"), (int) history.number("seat"),
                (int) history.number("capacity"), Boolean.parseBoolean(history.fact("one-per-day").orElse("")), (int) history.number("players"),
                BookingStatus.valueOf(history.last().to()), history.last().seq(), replay.hold, replay.heldStatus, replay.givenUp,
                replay.requested == null ? Deed.of(history.first()) : replay.requested, replay.approved, replay.ended);
    }

    /** What later events take back again. */
    private static final class Replay {

        private @Nullable HoldId hold;
        private @Nullable BookingStatus heldStatus;
        private @Nullable HoldId givenUp;
        private @Nullable Deed requested;
        private @Nullable Deed approved;
        private @Nullable Deed ended;

        void take(RecordedEvent event) {
            if (event.facts().containsKey("start")) {
                placed(event);
            } else if (event.facts().containsKey("given-up-hold")) {
                givenUp = hold;
                hold = null;
                heldStatus = null;
            } else if (event.changedTheState()) {
                turned(event, BookingStatus.valueOf(event.to()));
            }
        }

        private void placed(RecordedEvent event) {
            requested = Deed.of(event);
            String approver = event.facts().getOrDefault("approver", "");
            approved = event.to().equals(BookingStatus.APPROVED.name())
                    ? new Deed(approver.isEmpty() ? null : new AccountId(Long.parseLong(approver)), event.at()) : null;
        }

        private void turned(RecordedEvent event, BookingStatus to) {
            boolean restored = BookingStatus.CANCELLED.name().equals(event.from());
            String held = event.facts().get("hold");
            if (to == BookingStatus.APPROVED && !restored) {
                approved = Deed.of(event);
            }
            ended = to.isActive() ? null : Deed.of(event);
            hold = restored || held == null ? null : new HoldId(Long.parseLong(held));
            heldStatus = hold == null || event.from() == null ? null : BookingStatus.valueOf(event.from());
        }
    }
}
