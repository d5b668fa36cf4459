package org.mentorportal.booking;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.booking.ClosureOutcome.Closed;
import org.mentorportal.booking.ClosureOutcome.Lifted;
import org.mentorportal.booking.ClosureOutcome.NotDone;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.command.Answers;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.command.Receipt;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closing a resource or the school, and lifting it. A closure holds exclusively what a claim holds shared, so that neither
 * can pass the other; the bookings in its way are shown first, then cancelled with its reason, in one transaction.
 */
@Service
public class ClosureService {

    private final ClosureRepository closures;
    private final ClosureDeeds deeds;
    private final Holds holds;
    private final BookingReader reader;
    private final CatalogueService catalogue;
    private final Commands commands;
    private final CurrentActor actor;
    private final Clock clock;

    ClosureService(ClosureRepository closures, ClosureDeeds deeds, Holds holds, BookingReader reader, CatalogueService catalogue,
                   Commands commands, CurrentActor actor, Clock clock) {
        this.closures = closures;
        this.deeds = deeds;
        this.holds = holds;
        this.reader = reader;
        this.catalogue = catalogue;
        this.commands = commands;
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
                : commands.run(closure, key, person, locks(closure.resource()), answers,
                        run -> deeds.closed(closure, by.get(), run));
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
                    ? new Closed(deeds.info(closure), holds.cancelledBy(closure.hold()))
                    : new Lifted(deeds.info(closure), holds.linesOf(closure.hold()));
        }
    };

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
                        run -> deeds.lifted(lift, by.get(), run));
    }

    /** What a closure holds only ever becomes less, so that its students can be named before they are locked. */
    private Locks locks(Closure closure, boolean restore) {
        Locks locks = locks(closure.resource());
        return restore ? locks.andStudents(holds.heldBy(closure.hold()).stream().map(BookingDetails::student).toList()) : locks;
    }

    /** The closures that hold now or later and that this person may lift, by start. */
    @RolesAllowed({"MENTOR", "PRINCIPAL", "ADMIN"})
    @Transactional(readOnly = true)
    public List<ClosureInfo> current() {
        Actor person = actor.get();
        return deeds.infos(closures.findAllByLiftedAtIsNullAndEndsAtAfterOrderByStartsAtAscId(clock.instant()).stream()
                .filter(closure -> may(person, closure.resource()).isPresent()).toList());
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

    private static @Nullable Long number(@Nullable ResourceId resource) {
        return resource == null ? null : resource.value();
    }
}
