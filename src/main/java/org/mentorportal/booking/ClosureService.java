package org.mentorportal.booking;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.ClosureOutcome.AlreadyLifted;
import org.mentorportal.booking.ClosureOutcome.Closed;
import org.mentorportal.booking.ClosureOutcome.Lifted;
import org.mentorportal.booking.ClosureOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.command.Answers;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closing a resource or the school, and lifting it. A closure holds exclusively what a claim holds shared, so that neither
 * can pass the other; the bookings in its way are shown first, then cancelled with its reason, in one transaction.
 */
@Service
public class ClosureService {

    private final ClosureRepository closures;
    private final BookingStore store;
    private final HeldBookings held;
    private final Holds holds;
    private final Cancellations cancellations;
    private final BookingReader reader;
    private final CatalogueService catalogue;
    private final AccountService accounts;
    private final Commands commands;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;
    private final Clock clock;

    ClosureService(ClosureRepository closures, BookingStore store, HeldBookings held, Holds holds,
                   Cancellations cancellations, BookingReader reader, CatalogueService catalogue, AccountService accounts, Commands commands, AuditTrail trail, BookingChanges changes,
                   ApplicationEventPublisher events, CurrentActor actor, Clock clock) {
        this.closures = closures;
        this.store = store;
        this.held = held;
        this.holds = holds;
        this.cancellations = cancellations;
        this.reader = reader;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.commands = commands;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
        this.actor = actor;
        this.clock = clock;
    }

    /** What this closure would cancel now, by start; empty also for one that this person may not make. */
    @RolesAllowed({"MENTOR", "PRINCIPAL", "ADMIN"})
    @Transactional(readOnly = true)
    public List<BookingDetails> preview(CloseResource closure) {
        return may(actor.get(), closure.resource()).isEmpty() ? List.of() : reader.details(
                closures.bookingsInside(number(closure.resource()), closure.from(), closure.to(), clock.instant()));
    }

    @RolesAllowed({"MENTOR", "PRINCIPAL", "ADMIN"})
    public ClosureOutcome close(CloseResource closure, CommandKey key) {
        Actor person = actor.get();
        Optional<By> by = may(person, closure.resource());
        return by.isEmpty() ? new NotDone(Refused.because(BookingRuleId.UNKNOWN_CLOSURE))
                : commands.run(closure, key, person, locks(closure.resource()), answers, run -> closed(closure, by.get(), run));
    }

    private final Answers<ClosureOutcome> answers = new Answers<>() {

        @Override
        public ClosureOutcome refused(Refused why) {
            return new NotDone(why);
        }

        @Override
        public Receipt keep(ClosureOutcome success) {
            return success instanceof Closed closed
                    ? new Receipt("CLOSED", closed.closure().id().value(), "CLOSED", 1)
                    : new Receipt("LIFTED", ((Lifted) success).closure().id().value(), "LIFTED", 2);
        }

        @Override
        public ClosureOutcome again(Receipt first) {
            Closure closure = closures.findById(first.subject()).orElseThrow();
            return first.outcome().equals("CLOSED")
                    ? new Closed(info(closure), holds.heldBy(closure.hold()))
                    : new Lifted(info(closure), holds.linesOf(closure.hold()));
        }
    };

    private ClosureOutcome closed(CloseResource closure, By by, CommandRun run) {
        Optional<Refused> broken = firstBroken(closure, run.at());
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        var hold = new HoldId(held.newHold("CLOSURE"));
        List<BookingStore.Cancelled> cancelled = store.cancelInside(closure.resource(), closure.from(), closure.to(), hold, by.account(),
                run.at(), closure.reason());
        Closure made = closures.saveAndFlush(new Closure(hold, closure, by.account(), run.at()));
        trail.append(run.event(by, subject(made), made.version(), null, "CLOSED").withReason(made.reason())
                .withFacts(Map.of("resource", made.resource() == null ? "school" : made.resource(), "from", made.startsAt(),
                        "to", made.endsAt())));
        cancellations.announce(cancelled, closure.reason(), Map.of("closure", made.id().value()), by, run);
        cancellations.tellStudents(cancelled, closure.reason(), by, run);
        changes.closed(affected(closure.resource()), closure.from(), closure.to());
        return new Closed(info(made), holds.heldBy(hold));
    }

    private static Optional<Refused> firstBroken(CloseResource closure, Instant now) {
        Optional<Refused> unsaid = Reason.missingOrTooLong(closure.reason());
        if (unsaid.isPresent()) {
            return unsaid;
        }
        if (!closure.from().isBefore(closure.to())) {
            return Optional.of(Refused.because(BookingRuleId.CLOSURE_TIMES));
        }
        return closure.to().isAfter(now) ? Optional.empty() : Optional.of(Refused.because(BookingRuleId.CLOSURE_PAST));
    }

    /** What lifting it now would bring back, and what not and why, by start; empty also for one that this person may not lift. */
    @RolesAllowed({"MENTOR", "PRINCIPAL", "ADMIN"})
    @Transactional(readOnly = true)
    public List<RestoreLine> restorable(ClosureId id) {
        return closures.findById(id.value()).filter(closure -> !closure.isLifted())
                .flatMap(closure -> may(actor.get(), closure.resource()).map(by -> holds.restorable(closure.hold(), by, clock.instant())))
                .orElse(List.of());
    }

    /** The time can be booked again, and what the closure cancelled comes back if it is to. Lifting twice changes nothing. */
    @RolesAllowed({"MENTOR", "PRINCIPAL", "ADMIN"})
    public ClosureOutcome lift(LiftClosure lift, CommandKey key) {
        Actor person = actor.get();
        Optional<Closure> known = closures.findById(lift.closure().value());
        Optional<By> by = known.flatMap(closure -> may(person, closure.resource()));
        return by.isEmpty() ? new NotDone(Refused.because(BookingRuleId.UNKNOWN_CLOSURE))
                : commands.run(lift, key, person, locks(known.orElseThrow(), lift.restore()), answers,
                        run -> lifted(lift, by.get(), run));
    }

    /** What a closure holds only ever becomes less, so that its students can be named before they are locked. */
    private Locks locks(Closure closure, boolean restore) {
        Locks locks = locks(closure.resource());
        return restore ? locks.andStudents(holds.heldBy(closure.hold()).stream().map(BookingDetails::student).toList()) : locks;
    }

    private ClosureOutcome lifted(LiftClosure lift, By by, CommandRun run) {
        Closure closure = closures.lock(lift.closure().value()).orElseThrow();
        if (!closure.lift(by.account(), run.at())) {
            return new AlreadyLifted();
        }
        closures.flush();
        trail.append(run.event(by, subject(closure), closure.version(), "CLOSED", "LIFTED"));
        List<RestoreLine> lines = lift.restore() ? holds.restore(closure.hold(), by, run) : List.of();
        holds.keep(closure.hold(), lines);
        lines.stream().filter(line -> line.verdict() == Verdict.RESTORED).forEach(line -> tell(line, by, run));
        changes.closed(affected(closure.resource()), closure.startsAt(), closure.endsAt());
        return new Lifted(info(closure), lines);
    }

    private void tell(RestoreLine back, By by, CommandRun run) {
        events.publishEvent(new BookingDecided(Objects.requireNonNull(back.booking()), back.service().id(), back.student(),
                BookingDecided.What.RESTORED, Objects.requireNonNull(back.status()), by, run.at(), null));
    }

    /** The closures that hold now or later and that this person may lift, by start. */
    @RolesAllowed({"MENTOR", "PRINCIPAL", "ADMIN"})
    @Transactional(readOnly = true)
    public List<ClosureInfo> current() {
        Actor person = actor.get();
        return closures.findAllByLiftedAtIsNullAndEndsAtAfterOrderByStartsAtAscId(clock.instant()).stream()
                .filter(closure -> may(person, closure.resource()).isPresent()).map(this::info).toList();
    }

    private Optional<By> may(Actor person, @Nullable ResourceId resource) {
        Optional<ResourceInfo> closed = Optional.ofNullable(resource).flatMap(catalogue.current()::find);
        if (resource != null && closed.isEmpty()) {
            return Optional.empty();
        }
        boolean own = closed.filter(known -> known.belongsTo(person.id())).isPresent();
        return own ? person.asFirstOf(Role.MENTOR, Role.PRINCIPAL, Role.ADMIN) : person.asFirstOf(Role.PRINCIPAL, Role.ADMIN);
    }

    private static Locks locks(@Nullable ResourceId resource) {
        return resource == null ? Locks.changeOfSchool() : Locks.changeOf(resource.value());
    }

    private Set<ResourceId> affected(@Nullable ResourceId resource) {
        if (resource != null) {
            return Set.of(resource);
        }
        var all = new HashSet<ResourceId>();
        for (ResourceKind kind : ResourceKind.values()) {
            catalogue.current().resources(kind).stream().map(ResourceInfo::id).forEach(all::add);
        }
        return all;
    }

    private ClosureInfo info(Closure closure) {
        AccountId by = closure.closedBy();
        ResourceId resource = closure.resource();
        return new ClosureInfo(closure.id(), resource == null ? null : catalogue.current().resource(resource), closure.startsAt(),
                closure.endsAt(), closure.reason(), accounts.names(List.of(by)).getOrDefault(by, "#" + by), closure.closedAt());
    }

    private static Subject subject(Closure closure) {
        return new Subject("closure", closure.id().value());
    }

    private static @Nullable Long number(@Nullable ResourceId resource) {
        return resource == null ? null : resource.value();
    }
}
