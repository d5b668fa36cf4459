package org.mentorportal.booking.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.LiftClosure;
import org.mentorportal.booking.Meeting;
import org.mentorportal.booking.RequestBooking;
import org.mentorportal.booking.RescheduleBooking;
import org.mentorportal.booking.RetireService;
import org.mentorportal.booking.RetirementOutcome;
import org.mentorportal.booking.RetirementService;
import org.mentorportal.booking.model.Answer.Kind;
import org.mentorportal.booking.model.Answer.Line;
import org.mentorportal.booking.model.Answer.Subject;
import org.mentorportal.catalogue.CatalogueOutcome;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.EditHours;
import org.mentorportal.catalogue.EditService;
import org.mentorportal.catalogue.OfferService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.support.School;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** The real portal, by the services that the screens use. */
final class Portal {

    /**
     * @param offered   the free slots that came with a refusal
     * @param beforehand what the person was shown before they sent it, of what is shown beforehand
     */
    record Said(Answer answer, List<Slot> offered, List<String> beforehand) {

        Said(Answer answer, List<Slot> offered) {
            this(answer, offered, List.of());
        }
    }

    private final School school;
    private final BookingService bookings;
    private final ApprovalService approvals;
    private final ClosureService closures;
    private final CatalogueService catalogue;
    private final RetirementService retirements;
    private final MenteePortal mentees;

    Portal(ApplicationContext portal) {
        this.school = portal.getBean(School.class);
        this.bookings = portal.getBean(BookingService.class);
        this.approvals = portal.getBean(ApprovalService.class);
        this.closures = portal.getBean(ClosureService.class);
        this.catalogue = portal.getBean(CatalogueService.class);
        this.retirements = portal.getBean(RetirementService.class);
        this.mentees = new MenteePortal(portal);
    }

    Said answer(World world, Who who, Command command, CommandKey key, Instant now) {
        try {
            return PortalClock.at(now, () -> school.as(world.people().get(who), () -> {
                List<String> beforehand = preview(world, command);
                Said said = said(world, command, key);
                return new Said(said.answer, said.offered, beforehand);
            }));
        } catch (AccessDeniedException forbidden) {
            return new Said(Answer.forbidden(), List.of());
        } catch (RuntimeException fault) {
            return new Said(Answer.fault(fault), List.of());
        }
    }

    private List<String> preview(World world, Command command) {
        return switch (command) {
            case LiftClosure lift -> lift.restore() ? MenteePortal.lines(world, closures.restorable(lift.closure())).stream().map(Line::beforehand)
                    .toList()
                    : List.of();
            default -> mentees.preview(world, command);
        };
    }

    private Said said(World world, Command command, CommandKey key) {
        return switch (command) {
            case RequestBooking request -> said(bookings.request(request, key));
            case BookForStudent booking -> said(bookings.bookFor(booking, key));
            case Decision.Approve approve -> said(approvals.decide(approve, key));
            case Decision.Reject reject -> said(approvals.decide(reject, key));
            case Decision.Revoke revoke -> said(approvals.decide(revoke, key));
            case Decision.Cancel cancel -> said(bookings.cancel(cancel, key));
            case RescheduleBooking move -> said(bookings.reschedule(move, key));
            case EditBooking edit -> said(bookings.edit(edit, key));
            case CloseResource close -> said(world, closures.close(close, key));
            case LiftClosure lift -> said(world, closures.lift(lift, key));
            case EditService edit -> said(catalogue.edit(edit, key));
            case EditHours edit -> said(catalogue.edit(edit, key));
            case OfferService again -> said(catalogue.offerAgain(again, key));
            case RetireService retire -> said(retirements.retire(retire, key));
            case GiveUp giveUp -> said(bookings.giveUp(giveUp, key));
            default -> new Said(mentees.said(world, command, key), List.of());
        };
    }

    private static Said said(BookingOutcome outcome) {
        return switch (outcome) {
            case BookingOutcome.Done done -> new Said(answer(Kind.DONE, done.booking()), List.of());
            case BookingOutcome.AlreadySo already -> new Said(answer(Kind.ALREADY, already.booking()), List.of());
            case BookingOutcome.Stale stale -> new Said(answer(Kind.STALE, stale.current(), (long) stale.since().size()), List.of());
            case BookingOutcome.NotDone no -> new Said(Answer.refused(no.why().rule().name()), no.nearestFree());
        };
    }

    private static Answer answer(Kind kind, BookingDetails booking, Object... more) {
        Meeting meeting = booking.meeting();
        return Answer.of(kind, new Subject(booking.id().value()), booking.status().name(), booking.version())
                .with(Stream.concat(Stream.of(more), meeting == null ? Stream.of() : Stream.of("meets", new Subject(meeting.session()))).toList());
    }

    private static Said said(World world, ClosureOutcome outcome) {
        return new Said(switch (outcome) {
            case ClosureOutcome.Closed closed -> Answer.of(Kind.DONE, new Subject(closed.closure().id().value()), "CLOSED", 1)
                    .with(MenteePortal.rows(closed.cancelled()));
            case ClosureOutcome.Lifted lifted -> Answer.of(Kind.DONE, new Subject(lifted.closure().id().value()), "LIFTED", 2)
                    .with(MenteePortal.lines(world, lifted.lines()));
            case ClosureOutcome.AlreadyLifted already -> new Answer(Kind.ALREADY, "", null, "", 0, List.of());
            case ClosureOutcome.NotDone no -> Answer.refused(no.why().rule().name());
        }, List.of());
    }

    private static Said said(CatalogueOutcome<ServiceInfo> outcome) {
        return new Said(switch (outcome) {
            case CatalogueOutcome.Done<ServiceInfo>(ServiceInfo service) -> answer(Kind.DONE, service);
            case CatalogueOutcome.AlreadySo<ServiceInfo>(ServiceInfo service) -> answer(Kind.ALREADY, service);
            case CatalogueOutcome.Stale<ServiceInfo> stale -> answer(Kind.STALE, stale.current()).with(List.of((long) stale.since().size()));
            case CatalogueOutcome.NotDone<ServiceInfo> no -> Answer.refused(no.why().rule().name());
        }, List.of());
    }

    private static Said said(RetirementOutcome outcome) {
        return new Said(switch (outcome) {
            case RetirementOutcome.Retired retired -> answer(Kind.DONE, retired.service())
                    .with(MenteePortal.rows(retired.cancelled().stream().sorted(Comparator.comparing(BookingDetails::start)
                            .thenComparing(booking -> booking.id().value())).toList()));
            case RetirementOutcome.AlreadyRetired already -> answer(Kind.ALREADY, already.service());
            case RetirementOutcome.Stale stale -> answer(Kind.STALE, stale.current()).with(List.of((long) stale.since().size()));
            case RetirementOutcome.NotDone no -> Answer.refused(no.why().rule().name());
        }, List.of());
    }

    private static Answer answer(Kind kind, ServiceInfo service) {
        return Answer.of(kind, new Subject(service.id().value()), service.retired() ? "RETIRED" : "OFFERED", service.version());
    }
}
