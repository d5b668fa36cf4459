package org.mentorportal.app.demo;

import java.time.Instant;
import java.util.Optional;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureOutcome;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.command.CommandKey;
import org.mentorportal.notification.InboxService;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * The portal's services as the demo school's people use them: in their own name, at a moment of the past. Nothing is
 * written past the services, so every rule holds for the demo school too; what they refuse is simply not done.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE) // it counts what was done
class DemoDesk {

    private final BookingService bookings;
    private final ApprovalService approvals;
    private final ClosureService closures;
    private final InboxService inbox;
    private final DemoActor actor;
    private int booked;
    private int decided;

    DemoDesk(BookingService bookings, ApprovalService approvals, ClosureService closures, InboxService inbox,
             DemoActor actor) {
        this.bookings = bookings;
        this.approvals = approvals;
        this.closures = closures;
        this.inbox = inbox;
        this.actor = actor;
    }

    Optional<BookingDetails> request(AccountInfo student, RequestBooking request, Instant at) {
        Optional<BookingDetails> booking = done(actor.as(student, at, () -> bookings.request(request, CommandKey.fresh())));
        booked += booking.isPresent() ? 1 : 0;
        return booking;
    }

    Optional<BookingDetails> decide(AccountInfo by, Decision decision, Instant at) {
        Optional<BookingDetails> booking = done(actor.as(by, at, () -> switch (decision) {
            case Decision.Approve approve -> approvals.decide(approve, CommandKey.fresh());
            case Decision.Reject reject -> approvals.decide(reject, CommandKey.fresh());
            case Decision.Revoke revoke -> approvals.decide(revoke, CommandKey.fresh());
            case Decision.Cancel cancel -> bookings.cancel(cancel, CommandKey.fresh());
        }));
        decided += booking.isPresent() ? 1 : 0;
        return booking;
    }

    void close(AccountInfo by, CloseResource closure, Instant at) {
        if (actor.as(by, at, () -> closures.close(closure, CommandKey.fresh())) instanceof ClosureOutcome.NotDone refused) {
            throw new IllegalStateException(closure + ": " + refused.why());
        }
    }

    void readInbox(AccountInfo person, Instant at) {
        actor.as(person, at, () -> inbox.markReadUpTo(Long.MAX_VALUE));
    }

    /** What somebody else had, as it was. */
    RequestBooking like(BookingDetails booking) {
        return new RequestBooking(booking.service().id(), booking.start(), booking.purpose(), booking.players(), "");
    }

    /** By the weekly plans of mentees. */
    void made(int count) {
        booked += count;
    }

    int bookings() {
        return booked;
    }

    int decisions() {
        return decided;
    }

    private static Optional<BookingDetails> done(BookingOutcome outcome) {
        return outcome instanceof BookingOutcome.Done done ? Optional.of(done.booking()) : Optional.empty();
    }
}
