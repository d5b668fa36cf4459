package org.mentorportal.booking;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditEvent;
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
    private final BookingReader reader;
    private final CatalogueService catalogue;
    private final AccountService accounts;
    private final Commands commands;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;
    private final CurrentActor actor;
    private final Clock clock;

    ClosureService(ClosureRepository closures, BookingStore store, BookingReader reader, CatalogueService catalogue,
                   AccountService accounts, Commands commands, AuditTrail trail, BookingChanges changes,
                   ApplicationEventPublisher events, CurrentActor actor, Clock clock) {
        this.closures = closures;
        this.store = store;
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
                    ? new Closed(info(closure), reader.details(closures.bookingsHeldBy(closure.hold().value())))
                    : new Lifted(info(closure));
        }
    };

    private ClosureOutcome closed(CloseResource closure, By by, CommandRun run) {
        Optional<Refused> broken = firstBroken(closure, run.at());
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        var hold = new HoldId(closures.newHold());
        List<BookingStore.Cancelled> held = store.cancelInside(closure.resource(), closure.from(), closure.to(), hold, by.account(),
                run.at(), closure.reason());
        Closure made = closures.saveAndFlush(new Closure(hold, closure, by.account(), run.at()));
        writeDown(made, held, by, run);
        held.forEach(booking -> {
            events.publishEvent(new BookingDecided(booking.booking(), booking.service(), booking.student(),
                    BookingDecided.What.DECIDED, BookingStatus.CANCELLED, by, run.at(), closure.reason()));
            changes.occupied(catalogue.current().service(booking.service()).resource().id(), booking.occupiedFrom(),
                    booking.occupiedTo(), booking.student());
        });
        changes.closed(affected(closure.resource()), closure.from(), closure.to());
        return new Closed(info(made), reader.details(closures.bookingsHeldBy(hold.value())));
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

    private void writeDown(Closure made, List<BookingStore.Cancelled> held, By by, CommandRun run) {
        var written = new ArrayList<AuditEvent>();
        written.add(run.event(by, subject(made), made.version(), null, "CLOSED").withReason(made.reason())
                .withFacts(Map.of("resource", made.resource() == null ? "school" : made.resource(), "from", made.startsAt(),
                        "to", made.endsAt())));
        held.forEach(booking -> written.add(run.event(by, new Subject("booking", booking.booking().value()),
                booking.version(), booking.before().name(), BookingStatus.CANCELLED.name()).withReason(made.reason())
                .withFacts(Map.of("closure", made.id().value()))));
        trail.append(written);
    }

    /** The time can be booked again; what the closure cancelled stays cancelled. Lifting twice changes nothing. */
    @RolesAllowed({"MENTOR", "PRINCIPAL", "ADMIN"})
    public ClosureOutcome lift(LiftClosure lift, CommandKey key) {
        Actor person = actor.get();
        Optional<Closure> known = closures.findById(lift.closure().value());
        Optional<By> by = known.flatMap(closure -> may(person, closure.resource()));
        return by.isEmpty() ? new NotDone(Refused.because(BookingRuleId.UNKNOWN_CLOSURE))
                : commands.run(lift, key, person, locks(known.orElseThrow().resource()), answers,
                        run -> lifted(lift, by.get(), run));
    }

    private ClosureOutcome lifted(LiftClosure lift, By by, CommandRun run) {
        Closure closure = closures.lock(lift.closure().value()).orElseThrow();
        if (!closure.lift(by.account(), run.at())) {
            return new AlreadyLifted();
        }
        closures.flush();
        trail.append(run.event(by, subject(closure), closure.version(), "CLOSED", "LIFTED"));
        changes.closed(affected(closure.resource()), closure.startsAt(), closure.endsAt());
        return new Lifted(info(closure));
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
