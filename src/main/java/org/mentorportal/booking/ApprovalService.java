package org.mentorportal.booking;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decisions about bookings. A principal decides any, a mentor those of their own services that a mentor approves, an admin
 * any on behalf and with a reason; nobody one that was made for or by themselves.
 */
@Service
public class ApprovalService {

    private final BookingRepository bookings;
    private final BookingReader reader;
    private final Decisions decisions;
    private final CatalogueService catalogue;
    private final CurrentActor actor;
    private final Clock clock;

    ApprovalService(BookingRepository bookings, BookingReader reader, Decisions decisions, CatalogueService catalogue,
                    CurrentActor actor, Clock clock) {
        this.bookings = bookings;
        this.reader = reader;
        this.decisions = decisions;
        this.catalogue = catalogue;
        this.actor = actor;
        this.clock = clock;
    }

    /** Approving what is approved changes nothing and says who did it and when. */
    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    public BookingOutcome decide(Decision.Approve approve, CommandKey key) {
        Actor person = actor.get();
        return decisions.run(approve, key, booking -> right(person, booking), BookingStatus.APPROVED,
                (booking, at) -> notOwn(person, booking).or(() -> booking.approve(person.id(), at)));
    }

    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    public BookingOutcome decide(Decision.Reject reject, CommandKey key) {
        Actor person = actor.get();
        return decisions.run(reject, key, booking -> right(person, booking), BookingStatus.REJECTED,
                (booking, at) -> notOwn(person, booking).or(() -> booking.reject(person.id(), at, reject.reason())));
    }

    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    public BookingOutcome decide(Decision.Revoke revoke, CommandKey key) {
        Actor person = actor.get();
        return decisions.run(revoke, key, booking -> right(person, booking), BookingStatus.REVOKED,
                (booking, at) -> notOwn(person, booking).or(() -> booking.revoke(person.id(), at, revoke.reason())));
    }

    private Optional<By> right(Actor person, Booking booking) {
        if (person.is(Role.PRINCIPAL)) {
            return person.asFirstOf(Role.PRINCIPAL);
        }
        return isOwnToApprove(person, catalogue.newest(booking.service()))
                ? person.asFirstOf(Role.MENTOR, Role.ADMIN) : person.asFirstOf(Role.ADMIN);
    }

    private static boolean isOwnToApprove(Actor person, ServiceInfo service) {
        return service.approval() == Approval.MENTOR && service.resource().belongsTo(person.id());
    }

    private static Optional<Refused> notOwn(Actor person, Booking booking) {
        return booking.student().equals(person.id()) || booking.requester().equals(person.id())
                ? Optional.of(Refused.because(BookingRuleId.OWN_REQUEST)) : Optional.empty();
    }

    /** The requests that this person may decide, the soonest first. */
    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<PendingRequest> pending() {
        Actor person = actor.get();
        List<BookingDetails> waiting = decidableBy(person, bookings.findAllByStatusOrderByStartsAtAscId(BookingStatus.PENDING));
        List<BookingDetails> others = othersOf(waiting);
        return waiting.stream().map(request -> new PendingRequest(request,
                others.stream().filter(other -> other.student().equals(request.student()) && !other.id().equals(request.id())
                        && monday(other).equals(monday(request))).toList())).toList();
    }

    /** How many requests wait for this person first of all; those whose time has passed are left out: they wait for nobody. */
    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public int countPending() {
        Actor person = actor.get();
        Long[] services = catalogue.current().services().stream().filter(service -> isFirstFor(person, service))
                .map(service -> service.id().value()).toArray(Long[]::new);
        return bookings.countPending(clock.instant(), person.id().value(), services);
    }

    private List<BookingDetails> othersOf(Collection<BookingDetails> requests) {
        if (requests.isEmpty()) {
            return List.of();
        }
        Comparator<BookingDetails> byStart = Comparator.comparing(BookingDetails::start);
        ZoneId zone = clock.getZone();
        return reader.details(bookings.findActiveOf(
                requests.stream().map(request -> request.student().value()).distinct().toList(),
                monday(requests.stream().min(byStart).orElseThrow()).atStartOfDay(zone).toInstant(),
                monday(requests.stream().max(byStart).orElseThrow()).plusWeeks(1).atStartOfDay(zone).toInstant()));
    }

    private LocalDate monday(BookingDetails booking) {
        return BoardKey.monday(LocalDate.ofInstant(booking.start(), clock.getZone()));
    }

    /** The approved bookings still to come that this person may revoke, by start. */
    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<BookingDetails> approved() {
        Actor person = actor.get();
        return decidableBy(person, bookings.findAllByStatusAndStartsAtAfterOrderByStartsAtAscId(BookingStatus.APPROVED, clock.instant()))
                .stream().map(BookingDetails::withoutMeeting).toList();
    }

    /** Nobody is shown, as theirs to decide, what they asked for themselves. */
    private List<BookingDetails> decidableBy(Actor person, List<Booking> found) {
        return reader.details(found.stream().filter(booking -> notOwn(person, booking).isEmpty()).toList()).stream()
                .filter(booking -> mayDecide(person, booking.service())).toList();
    }

    static boolean isFirstFor(Actor person, ServiceInfo service) {
        return isOwnToApprove(person, service) || (mayDecide(person, service) && service.approval() != Approval.MENTOR);
    }

    private static boolean mayDecide(Actor person, ServiceInfo service) {
        return person.is(Role.PRINCIPAL) || person.is(Role.ADMIN) || isOwnToApprove(person, service);
    }
}
