package org.mentorportal.booking;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
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
import org.mentorportal.shared.LikePattern;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.data.domain.Limit;
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

    /**
     * The first of what this person may decide: the soonest first, requests whose time has passed last. Nobody is shown, as theirs to
     * decide, what was asked for or by themselves.
     *
     * @param search part of the name of a student, service or resource; blank = all
     * @param most   how many at most, at least 1
     */
    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Queue queue(QueuePart part, String search, int most) {
        Actor person = actor.get();
        List<ServiceInfo> services = services(part, person);
        return services.isEmpty() ? Queue.EMPTY : part == QueuePart.APPROVED ? approved(person, services, search, most)
                : requests(person, services, search, most);
    }

    private List<ServiceInfo> services(QueuePart part, Actor person) {
        return catalogue.current().services().stream().filter(service -> isOf(part, person, service)).toList();
    }

    private Queue requests(Actor person, List<ServiceInfo> services, String search, int most) {
        long who = person.id().value();
        Long[] of = ids(services);
        Long[] named = named(search);
        String name = LikePattern.containing(search);
        List<BookingDetails> first = reader.details(bookings.findRequests(of, who, named, name, clock.instant(), Limit.of(most)));
        List<BookingDetails> others = othersOf(first);
        return new Queue(first.stream().map(request -> new PendingRequest(request,
                others.stream().filter(other -> other.student().equals(request.student()) && !other.id().equals(request.id())
                        && monday(other).equals(monday(request))).toList())).toList(),
                first.size() < most ? 0 : bookings.countRequests(of, who, named, name) - most);
    }

    private Queue approved(Actor person, List<ServiceInfo> services, String search, int most) {
        long who = person.id().value();
        List<Long> resources = services.stream().map(service -> service.resource().id().value()).distinct().toList();
        Long[] of = ids(services);
        Long[] named = named(search);
        String name = LikePattern.containing(search);
        Instant now = clock.instant();
        List<Booking> first = bookings.findComing(resources, of, who, named, name, now, Limit.of(most));
        return new Queue(reader.details(first).stream().map(booking -> new PendingRequest(booking.withoutMeeting(), List.of())).toList(),
                first.size() < most ? 0 : bookings.countComing(resources, of, who, named, name, now) - most);
    }

    private static Long[] ids(Collection<ServiceInfo> services) {
        return services.stream().map(service -> service.id().value()).toArray(Long[]::new);
    }

    private Long[] named(String search) {
        return ids(catalogue.current().named(search));
    }

    private static boolean isOf(QueuePart part, Actor person, ServiceInfo service) {
        return switch (part) {
            case WAITING -> isFirstFor(person, service);
            case WITH_MENTORS -> mayDecide(person, service) && !isFirstFor(person, service);
            case APPROVED -> mayDecide(person, service);
        };
    }

    /**
     * The soonest of the requests that wait for this person first of all, without those whose time has passed.
     *
     * @param most how many at most, at least 1
     */
    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public List<BookingDetails> soonest(int most) {
        Actor person = actor.get();
        return reader.details(bookings.findSoonest(ids(services(QueuePart.WAITING, person)), person.id().value(), clock.instant(),
                Limit.of(most)));
    }

    /** How many requests wait for this person first of all; those whose time has passed are left out: they wait for nobody. */
    @RolesAllowed({"PRINCIPAL", "MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public int countPending() {
        Actor person = actor.get();
        return bookings.countPending(ids(services(QueuePart.WAITING, person)), person.id().value(), clock.instant());
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

    private static boolean isFirstFor(Actor person, ServiceInfo service) {
        return isOwnToApprove(person, service) || (mayDecide(person, service) && service.approval() != Approval.MENTOR);
    }

    private static boolean mayDecide(Actor person, ServiceInfo service) {
        return person.is(Role.PRINCIPAL) || person.is(Role.ADMIN) || isOwnToApprove(person, service);
    }
}
