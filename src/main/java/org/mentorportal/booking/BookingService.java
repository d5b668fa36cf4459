package org.mentorportal.booking;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.BookingOutcome.AlreadySo;
import org.mentorportal.booking.BookingOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.catalogue.Slots;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.RuleId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What students do with bookings: ask for a slot, look at their own, cancel. */
@Service
public class BookingService {

    /** Refusals after which other free slots are what the student needs next. */
    private static final Set<RuleId> LOST = Set.of(BookingRuleId.SLOT_TAKEN, BookingRuleId.RESOURCE_TAKEN,
            BookingRuleId.CLOSED, BookingRuleId.OWN_BOOKING_THEN, BookingRuleId.ONE_PER_DAY, BookingRuleId.NO_SUCH_SLOT);

    private final BookingRepository bookings;
    private final BookingStore store;
    private final Claims claims;
    private final BookingReader reader;
    private final BookingDecisions decisions;
    private final SlotBoards boards;
    private final CatalogueService catalogue;
    private final Commands commands;
    private final CurrentActor actor;
    private final Clock clock;

    BookingService(BookingRepository bookings, BookingStore store, Claims claims, BookingReader reader,
                   BookingDecisions decisions, SlotBoards boards, CatalogueService catalogue, Commands commands,
                   CurrentActor actor, Clock clock) {
        this.bookings = bookings;
        this.store = store;
        this.claims = claims;
        this.reader = reader;
        this.decisions = decisions;
        this.boards = boards;
        this.catalogue = catalogue;
        this.commands = commands;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Asks for a slot in the student's own name. Asking again for a slot one holds returns that booking. A slot that this
     * node's open board knows to be lost is refused without a statement.
     */
    @RolesAllowed("STUDENT")
    public BookingOutcome request(RequestBooking request) {
        By by = actor.as(Role.STUDENT);
        Optional<ServiceInfo> service = catalogue.current().find(request.service());
        if (service.isEmpty()) {
            return new NotDone(Refused.because(BookingRuleId.NO_SUCH_SLOT, request.start()));
        }
        Optional<NotDone> known = boards.knownLoss(service.get(), request.start(), by.account());
        if (known.isPresent()) {
            return known.get().nearestFree().isEmpty() // none left that week: look further
                    ? new NotDone(known.get().why(), boards.nearestFree(service.get(), request.start(), by.account())) : known.get();
        }
        BookingOutcome outcome = commands.run(request, actor.get(), Locks.claim(by.account(), service.get().resource().id().value()),
                run -> requested(request, service.get(), by, run), NotDone::new);
        if (outcome instanceof NotDone lost && LOST.contains(lost.why().rule())) {
            boards.rereadFor(by.account(), service.get(), request.start());
            return new NotDone(lost.why(), boards.nearestFree(service.get(), request.start(), by.account()));
        }
        return outcome;
    }

    private BookingOutcome requested(RequestBooking request, ServiceInfo known, By by, CommandRun run) {
        AccountId student = by.account();
        BookingStore.Facts facts = facts(request, known, student);
        ServiceInfo service = catalogue.atVersion(known.id(), facts.serviceVersion());
        if (service.version() != known.version()) {
            facts = facts(request, service, student);
        }
        if (facts.own() != null) {
            return new AlreadySo(reader.details(bookings.findById(facts.own().value()).orElseThrow()));
        }
        Optional<Slot> slot = Slots.at(request.start(), service, clock.getZone());
        if (slot.isEmpty()) {
            return new NotDone(Refused.because(BookingRuleId.NO_SUCH_SLOT, request.start()));
        }
        Optional<Refused> broken = RequestRules.firstBroken(request, service, slot.get(), facts, run.at());
        return broken.<BookingOutcome>map(NotDone::new).orElseGet(() -> claims.claim(request, service, slot.get(), by, run));
    }

    private BookingStore.Facts facts(RequestBooking request, ServiceInfo service, AccountId student) {
        Instant start = request.start();
        Instant from = start.minus(Duration.ofMinutes(service.timing().bufferBefore()));
        Instant to = start.plus(Duration.ofMinutes(service.timing().duration() + service.timing().bufferAfter()));
        return store.facts(service, student, start, from, to);
    }

    /** The student their own; a mentor those of their services, and an admin any, with a reason (DESIGN.md section 9). */
    @RolesAllowed({"STUDENT", "MENTOR", "ADMIN"})
    public BookingOutcome cancel(Decision.Cancel cancel) {
        Actor person = actor.get();
        return decisions.run(cancel, booking -> mayCancel(person, booking), BookingStatus.CANCELLED,
                (booking, at) -> booking.cancel(person.id(), at, cancel.reason()));
    }

    private Optional<By> mayCancel(Actor person, Booking booking) {
        if (booking.student().equals(person.id())) {
            return person.asFirstOf(Role.STUDENT, Role.ADMIN);
        }
        boolean ownService = catalogue.current().service(booking.service()).resource().belongsTo(person.id());
        return ownService ? person.asFirstOf(Role.MENTOR, Role.ADMIN) : person.asFirstOf(Role.ADMIN);
    }

    /** All bookings of the person who asks, by start. */
    @PermitAll
    @Transactional(readOnly = true)
    public List<BookingDetails> mine() {
        return reader.details(bookings.findAllByStudentIdOrderByStartsAt(actor.get().id().value()));
    }
}
