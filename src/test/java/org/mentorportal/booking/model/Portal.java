package org.mentorportal.booking.model;

import java.time.Instant;
import java.util.List;
import org.mentorportal.booking.ApprovalService;
import org.mentorportal.booking.BookForStudent;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.CloseResource;
import org.mentorportal.booking.ClosureOutcome;
import org.mentorportal.booking.ClosureService;
import org.mentorportal.booking.Decision;
import org.mentorportal.booking.EditBooking;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.booking.model.Answer.Kind;
import org.mentorportal.booking.model.Answer.Subject;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.support.School;
import org.springframework.security.access.AccessDeniedException;

/** The real portal, by the services that the screens use. */
final class Portal {

    /** @param offered the free slots that came with a refusal */
    record Said(Answer answer, List<Slot> offered) {
    }

    private final School school;
    private final BookingService bookings;
    private final ApprovalService approvals;
    private final ClosureService closures;

    Portal(School school, BookingService bookings, ApprovalService approvals, ClosureService closures) {
        this.school = school;
        this.bookings = bookings;
        this.approvals = approvals;
        this.closures = closures;
    }

    Said answer(World world, Who who, Command command, CommandKey key, Instant now) {
        try {
            return PortalClock.at(now, () -> school.as(world.people().get(who), () -> said(command, key)));
        } catch (AccessDeniedException forbidden) {
            return new Said(Answer.forbidden(), List.of());
        } catch (RuntimeException fault) {
            return new Said(Answer.fault(fault), List.of());
        }
    }

    private Said said(Command command, CommandKey key) {
        return switch (command) {
            case RequestBooking request -> said(bookings.request(request, key));
            case BookForStudent booking -> said(bookings.bookFor(booking, key));
            case Decision.Approve approve -> said(approvals.decide(approve, key));
            case Decision.Reject reject -> said(approvals.decide(reject, key));
            case Decision.Revoke revoke -> said(approvals.decide(revoke, key));
            case Decision.Cancel cancel -> said(bookings.cancel(cancel, key));
            case RescheduleBooking move -> said(bookings.reschedule(move, key));
            case EditBooking edit -> said(bookings.edit(edit, key));
            case CloseResource close -> said(closures.close(close, key));
            case LiftClosure lift -> said(closures.lift(lift, key));
            default -> throw new IllegalArgumentException("nobody takes " + command);
        };
    }

    private static Said said(BookingOutcome outcome) {
        return switch (outcome) {
            case BookingOutcome.Done done -> new Said(answer(Kind.DONE, done.booking()), List.of());
            case BookingOutcome.AlreadySo already -> new Said(answer(Kind.ALREADY, already.booking()), List.of());
            case BookingOutcome.Stale stale -> new Said(answer(Kind.STALE, stale.current()).with(List.of((long) stale.since().size())), List.of());
            case BookingOutcome.NotDone no -> new Said(Answer.refused(no.why().rule().name()), no.nearestFree());
        };
    }

    private static Answer answer(Kind kind, BookingDetails booking) {
        return Answer.of(kind, new Subject(booking.id().value()), booking.status().name(), booking.version());
    }

    private static Said said(ClosureOutcome outcome) {
        return new Said(switch (outcome) {
            case ClosureOutcome.Closed closed -> Answer.of(Kind.DONE, new Subject(closed.closure().id().value()), "CLOSED", 1)
                    .with(closed.cancelled().stream().map(booking -> booking.id().value()).sorted().toList());
            case ClosureOutcome.Lifted lifted -> Answer.of(Kind.DONE, new Subject(lifted.closure().id().value()), "LIFTED", 2);
            case ClosureOutcome.AlreadyLifted already -> new Answer(Kind.ALREADY, "", null, "", 0, List.of());
            case ClosureOutcome.NotDone no -> Answer.refused(no.why().rule().name());
        }, List.of());
    }
}
