package org.mentorportal.notification;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.LastWrites;
import org.mentorportal.booking.BookingId;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.EnrolmentReactivated;
import org.mentorportal.mentorship.EnrolmentSuspended;
import org.mentorportal.mentorship.LimitReached;
import org.mentorportal.mentorship.NoShowAnswered;
import org.mentorportal.mentorship.PlanFilled;
import org.mentorportal.mentorship.WarningRaised;
import org.mentorportal.mentorship.WarningWithdrawn;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.SqlTime;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells mentees and mentors of each other's decisions, in the decision's own transaction: of a suspension once, however many
 * bookings it cancels. What people do themselves is no news to them.
 */
@Component
class EnrolmentNews {

    private static final String SEND = """
            insert into inbox_message (account_id, kind, booking_id, enrolment_id, sender_id, reason, sent_at) values (?, ?, ?, ?, ?, ?, ?)""";

    private final LastWrites last;
    private final LiveUpdates live;

    EnrolmentNews(LastWrites last, LiveUpdates live) {
        this.last = last;
        this.live = live;
    }

    @EventListener
    void on(EnrolmentSuspended suspended) {
        InboxKind kind = switch (suspended.kind()) {
            case REPROBATED -> InboxKind.MENTEE_REPROBATED;
            case UNSUBSCRIBED -> InboxKind.MENTEE_UNSUBSCRIBED;
        };
        if (suspended.by().account().equals(suspended.student())) {
            send(suspended.lead(), InboxKind.MENTEE_LEFT, null, suspended.enrolment(), suspended.by(), suspended.reason(), suspended.at());
        } else {
            send(suspended.student(), kind, null, suspended.enrolment(), suspended.by(), suspended.reason(), suspended.at());
            if (!suspended.by().account().equals(suspended.lead())) {
                send(suspended.lead(), InboxKind.MENTEE_PAUSED, null, suspended.enrolment(), suspended.by(), suspended.reason(), suspended.at());
            }
        }
    }

    @EventListener
    void on(EnrolmentReactivated ended) {
        InboxKind kind = switch (ended.kind()) {
            case REPROBATED -> InboxKind.MENTEE_REACTIVATED;
            case UNSUBSCRIBED -> InboxKind.MENTEE_RESUBSCRIBED;
        };
        if (ended.by().account().equals(ended.student())) {
            send(ended.lead(), InboxKind.MENTEE_CAME_BACK, null, ended.enrolment(), ended.by(), null, ended.at());
        } else {
            send(ended.student(), kind, null, ended.enrolment(), ended.by(), null, ended.at());
            if (!ended.by().account().equals(ended.lead())) {
                send(ended.lead(), InboxKind.MENTEE_CAME_BACK, null, ended.enrolment(), ended.by(), null, ended.at());
            }
        }
    }

    @EventListener
    void on(PlanFilled filled) {
        send(filled.student(), InboxKind.PLAN_FILLED, null, filled.enrolment(), filled.by(), null, filled.at());
    }

    @EventListener
    void on(WarningRaised raised) {
        send(raised.student(), InboxKind.NO_SHOW_WARNED, raised.booking(), raised.enrolment(), raised.by(), null, raised.at());
    }

    @EventListener
    void on(WarningWithdrawn withdrawn) {
        send(withdrawn.student(), InboxKind.NO_SHOW_WITHDRAWN, withdrawn.booking(), withdrawn.enrolment(), withdrawn.by(), null, withdrawn.at());
    }

    @EventListener
    void on(NoShowAnswered answered) {
        Stream.of(answered.marker(), answered.lead()).distinct().forEach(reader -> send(reader, InboxKind.NO_SHOW_ANSWERED,
                answered.booking(), answered.enrolment(), answered.by(), answered.text(), answered.at()));
    }

    @EventListener
    void on(LimitReached reached) {
        if (!reached.by().account().equals(reached.lead())) {
            send(reached.lead(), InboxKind.LIMIT_REACHED, reached.booking(), reached.enrolment(), reached.by(), null, reached.at());
        }
    }

    private void send(AccountId to, InboxKind kind, @Nullable BookingId booking, EnrolmentId enrolment, By by, @Nullable String reason, Instant at) {
        last.add(SEND, to.value(), kind.name(), booking == null ? null : booking.value(), enrolment.value(), by.account().value(), reason,
                SqlTime.utc(at));
        live.announce(Set.of(Topic.account(to)));
    }
}
