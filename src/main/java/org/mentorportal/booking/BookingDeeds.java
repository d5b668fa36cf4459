package org.mentorportal.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.shared.AccountId;

/**
 * What was done to a booking up to one of its events, and what holds it, by its trail alone.
 *
 * @param requested  by whom and when it was made or last moved
 * @param approved   when it is; nobody, if its service approves by itself
 * @param ended      by whom and when it was rejected, revoked or cancelled; null again for what came back
 * @param hold       what a suspension or a closure was to it; null for none
 * @param heldStatus what it was when that cancelled it
 * @param givenUp    the hold that it was given up of
 */
public record BookingDeeds(Deed requested, @Nullable Deed approved, @Nullable Deed ended, @Nullable HoldId hold,
                           @Nullable BookingStatus heldStatus, @Nullable HoldId givenUp) {

    /** @param by null if nobody had to */
    public record Deed(@Nullable AccountId by, Instant at) {

        static Deed of(RecordedEvent event) {
            return new Deed(event.by().account(), event.at());
        }
    }

    /** @param history of a booking */
    public static BookingDeeds of(History history) {
        var replay = new Replay(Deed.of(history.first()));
        history.events().forEach(replay::take);
        return new BookingDeeds(replay.requested, replay.approved, replay.ended, replay.hold, replay.heldStatus, replay.givenUp);
    }

    /** What later events take back again. */
    private static final class Replay {

        private Deed requested;
        private @Nullable Deed approved;
        private @Nullable Deed ended;
        private @Nullable HoldId hold;
        private @Nullable BookingStatus heldStatus;
        private @Nullable HoldId givenUp;

        Replay(Deed requested) {
            this.requested = requested;
        }

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

        /** Made or moved: asked for anew, and approved by whoever the event names, or by nobody. */
        private void placed(RecordedEvent event) {
            requested = Deed.of(event);
            String approver = event.facts().getOrDefault("approver", "");
            approved = event.to().equals(BookingStatus.APPROVED.name())
                    ? new Deed(approver.isEmpty() ? null : new AccountId(Long.parseLong(approver)), event.at()) : null;
        }

        /** What comes back has been approved by whoever did it before. */
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
