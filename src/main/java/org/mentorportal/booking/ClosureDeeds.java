package org.mentorportal.booking;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.DisplayNames;
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
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Closing and lifting, inside the command, once it is known that the person may and the locks are held. */
@Component
class ClosureDeeds {

    private static final Logger log = LoggerFactory.getLogger(ClosureDeeds.class);

    private final ClosureRepository closures;
    private final BookingStore store;
    private final HeldBookings held;
    private final Holds holds;
    private final Cancellations cancellations;
    private final CatalogueService catalogue;
    private final AccountService accounts;
    private final AuditTrail trail;
    private final BookingChanges changes;
    private final ApplicationEventPublisher events;

    ClosureDeeds(ClosureRepository closures, BookingStore store, HeldBookings held, Holds holds, Cancellations cancellations,
                 CatalogueService catalogue, AccountService accounts, AuditTrail trail, BookingChanges changes,
                 ApplicationEventPublisher events) {
        this.closures = closures;
        this.store = store;
        this.held = held;
        this.holds = holds;
        this.cancellations = cancellations;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
    }

    ClosureOutcome closed(CloseResource closure, By by, CommandRun run) {
        Optional<Refused> broken = firstBroken(closure, run.at());
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        var hold = new HoldId(held.newHold("CLOSURE"));
        List<BookingStore.Cancelled> cancelled = store.cancelInside(closure.resource(), closure.from(), closure.to(), hold, by.account(),
                run.at(), closure.reason());
        Closure made = closures.saveAndFlush(new Closure(hold, closure, by.account(), run.at()));
        log.debug("closure {} made, {} bookings cancelled", made.id(), cancelled.size());
        trail.append(run.event(by, subject(made), made.version(), null, "CLOSED").withReason(made.reason())
                .withFacts(Map.of("resource", made.resource() == null ? "school" : made.resource(), "from", made.startsAt(),
                        "to", made.endsAt(), "hold", made.hold())));
        cancellations.announce(cancelled, closure.reason(), Map.of("closure", made.id().value(), "hold", made.hold()), by, run);
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

    ClosureOutcome lifted(LiftClosure lift, By by, CommandRun run) {
        Closure closure = closures.lock(lift.closure().value()).orElseThrow();
        if (!closure.lift(by.account(), run.at())) {
            return new AlreadyLifted();
        }
        closures.flush();
        log.debug("closure {} lifted", closure.id());
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

    ClosureInfo info(Closure closure) {
        return infos(List.of(closure)).getFirst();
    }

    /** The names of those who closed in one statement. */
    List<ClosureInfo> infos(List<Closure> all) {
        DisplayNames names = accounts.names(all.stream().map(Closure::closedBy).toList());
        return all.stream().map(closure -> info(closure, names)).toList();
    }

    private ClosureInfo info(Closure closure, DisplayNames names) {
        ResourceId resource = closure.resource();
        return new ClosureInfo(closure.id(), resource == null ? null : catalogue.current().resource(resource), closure.startsAt(),
                closure.endsAt(), closure.reason(), names.of(closure.closedBy()), closure.closedAt());
    }

    private static Subject subject(Closure closure) {
        return new Subject("closure", closure.id().value());
    }
}
