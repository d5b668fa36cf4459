package org.mentorportal.mentorship;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.Holds;
import org.mentorportal.booking.PlanFill;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.Verdict;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.command.CommandRun;
import org.mentorportal.mentorship.MentorshipOutcome.NotDone;
import org.mentorportal.mentorship.MentorshipOutcome.Reactivated;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * How a suspension ends, in the order in which it happens: the suspension itself, so that the mentee may be booked for again;
 * what it held comes back; then the plan fills what is empty of the rest of the cycle. The preview is the same, read-only.
 */
@Component
class Reactivations {

    private final EnrolmentRepository enrolments;
    private final SuspensionRepository suspensions;
    private final Suspensions begun;
    private final CountingWarnings warnings;
    private final EnrolmentReader reader;
    private final Cycles cycles;
    private final Plans plans;
    private final Holds holds;
    private final AuditTrail trail;
    private final MentorshipChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reactivations(EnrolmentRepository enrolments, SuspensionRepository suspensions, Suspensions begun, CountingWarnings warnings,
                  EnrolmentReader reader, Cycles cycles, Plans plans, Holds holds, AuditTrail trail, MentorshipChanges changes,
                  ApplicationEventPublisher events, Clock clock) {
        this.enrolments = enrolments;
        this.suspensions = suspensions;
        this.begun = begun;
        this.warnings = warnings;
        this.reader = reader;
        this.cycles = cycles;
        this.plans = plans;
        this.holds = holds;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    Optional<Suspension> open(Enrolment enrolment) {
        return suspensions.findOpen(enrolment.id().value());
    }

    /** What the end of {@code open} would do now. */
    ReactivationPreview preview(Suspension open, Enrolment enrolment, By by, Instant now) {
        PlanFill rest = plans.rest(enrolment, cycles.get(enrolment.cycle()), now);
        Holds.Foreseen foreseen = holds.restorableAndFillable(open.hold(), rest, by, now);
        return new ReactivationPreview(reader.get(enrolment.id()), together(foreseen.restored(), foreseen.filled()));
    }

    /** Every resource on which something may come back or be made. */
    Set<Long> resources(Enrolment enrolment) {
        return open(enrolment).map(open -> {
            Set<Long> all = new HashSet<>(Plans.resources(cycles.get(enrolment.cycle())));
            holds.resourcesOf(open.hold()).stream().map(ResourceId::value).forEach(all::add);
            return all;
        }).orElse(Set.of());
    }

    MentorshipOutcome end(SuspensionCommand.End command, Enrolment enrolment, By by, CommandRun run) {
        Optional<Suspension> open = open(enrolment);
        Optional<Suspension> meant = meant(command, enrolment, open);
        if (meant.isPresent() && meant.get().endedAt() != null) {
            return begun.endedBefore(meant.get(), enrolment);
        }
        return meant.<MentorshipOutcome>map(suspension -> broken(command, suspension, enrolment, by)
                        .<MentorshipOutcome>map(NotDone::new).orElseGet(() -> ended(suspension, enrolment, by, run)))
                .orElseGet(() -> new NotDone(Refused.because(MentorshipRule.NOT_SUSPENDED)));
    }

    /** The one that the person looked at, or the one that holds, or the last of that kind. */
    private Optional<Suspension> meant(SuspensionCommand.End command, Enrolment enrolment, Optional<Suspension> open) {
        SuspensionId named = command.suspension();
        if (named != null) {
            return suspensions.findById(named.value()).filter(known -> known.enrolment().equals(enrolment.id()));
        }
        return open.or(() -> suspensions.findFirstByEnrolmentIdAndKindAndEndedAtIsNotNullOrderByIdDesc(enrolment.id().value(), command.kind()));
    }

    private Optional<Refused> broken(SuspensionCommand.End command, Suspension open, Enrolment enrolment, By by) {
        if (open.kind() != command.kind()) {
            return Optional.of(Suspensions.otherKind(open));
        }
        return mayEnd(open, by) ? Optional.empty()
                : Optional.of(Refused.because(MentorshipRule.RESUBSCRIBE_BY_STAFF, reader.get(enrolment.id()).leadName()));
    }

    /** A mentee comes back by themselves only from where they went by themselves. */
    static boolean mayEnd(Suspension open, By by) {
        return by.role() != Role.STUDENT || open.begunRole() == Role.STUDENT;
    }

    private MentorshipOutcome ended(Suspension suspension, Enrolment enrolment, By by, CommandRun run) {
        EnrolmentStatus before = enrolment.status();
        suspension.end(by.account(), run.at());
        enrolment.goOn();
        enrolments.flush(); // the rule that is asked for each booking reads that it has ended
        if (suspension.kind() == SuspensionKind.REPROBATED) {
            warnings.settledBy(suspension);
        }
        List<RestoreLine> restored = holds.restore(suspension.hold(), by, run);
        PlanFill rest = plans.rest(enrolment, cycles.get(enrolment.cycle()), run.at());
        List<RestoreLine> lines = together(restored, holds.fill(suspension.hold(), rest, by, run));
        holds.keep(suspension.hold(), lines);
        trail.append(EnrolmentHistory.event(enrolment, before, by, run).withFacts(EnrolmentHistory.suspensionFacts(suspension)));
        events.publishEvent(new EnrolmentReactivated(enrolment.id(), suspension.id(), suspension.kind(), enrolment.student(),
                enrolment.lead(), by, run.at()));
        changes.enrolment(enrolment.student(), enrolment.lead());
        return new Reactivated(reader.get(enrolment.id()), suspension.hold(), lines);
    }

    private record Day(ServiceId service, LocalDate day) {
    }

    /** By start. A planned day whose booking has a line of its own already needs no second one to say so. */
    private List<RestoreLine> together(List<RestoreLine> restored, List<RestoreLine> filled) {
        Set<Day> told = restored.stream().map(this::day).collect(Collectors.toSet());
        var all = new ArrayList<>(restored);
        filled.stream().filter(line -> line.verdict() != Verdict.DAY_HAS_BOOKING || !told.contains(day(line))).forEach(all::add);
        all.sort(Comparator.comparing(RestoreLine::start).thenComparing(line -> line.service().id().value()));
        return List.copyOf(all);
    }

    private Day day(RestoreLine line) {
        return new Day(line.service().id(), LocalDate.ofInstant(line.start(), clock.getZone()));
    }
}
