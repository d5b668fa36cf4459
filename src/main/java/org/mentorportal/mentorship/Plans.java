package org.mentorportal.mentorship;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentorportal.account.ChangeHistory;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.HoldId;
import org.mentorportal.booking.Holds;
import org.mentorportal.booking.PlanFill;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.Verdict;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.command.CommandRun;
import org.mentorportal.mentorship.EnrolmentChange.EnrolmentPart;
import org.mentorportal.mentorship.EnrolmentOutcome.AlreadySo;
import org.mentorportal.mentorship.EnrolmentOutcome.Done;
import org.mentorportal.mentorship.EnrolmentOutcome.Generated;
import org.mentorportal.mentorship.EnrolmentOutcome.NotDone;
import org.mentorportal.mentorship.EnrolmentOutcome.NothingToFill;
import org.mentorportal.mentorship.EnrolmentOutcome.Stale;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Weekly plans, and the bookings that they become. */
@Component
class Plans {

    private final EnrolmentRepository enrolments;
    private final EnrolmentReader reader;
    private final Cycles cycles;
    private final Holds holds;
    private final CatalogueService catalogue;
    private final AuditTrail trail;
    private final ChangeHistory history;
    private final MentorshipChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(EnrolmentRepository enrolments, EnrolmentReader reader, Cycles cycles, Holds holds, CatalogueService catalogue, AuditTrail trail,
          ChangeHistory history, MentorshipChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.enrolments = enrolments;
        this.reader = reader;
        this.cycles = cycles;
        this.holds = holds;
        this.catalogue = catalogue;
        this.trail = trail;
        this.history = history;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    EnrolmentOutcome set(SetPlan plan, Enrolment enrolment, By by, CommandRun run) {
        if (enrolment.plan().equals(plan.times())) {
            return new AlreadySo(reader.get(enrolment.id()));
        }
        if (enrolment.version() != plan.version()) {
            return new Stale(reader.get(enrolment.id()),
                    history.since(EnrolmentHistory.subject(enrolment.id()), plan.version(), EnrolmentPart.STATUS, EnrolmentChange::new));
        }
        Optional<Refused> broken = PlanRules.firstBroken(plan.times(), cycles.get(enrolment.cycle()), catalogue.current());
        if (broken.isPresent()) {
            return new NotDone(broken.get());
        }
        enrolment.plan(plan.times());
        enrolments.flush();
        trail.append(EnrolmentHistory.event(enrolment, enrolment.status(), by, run).withFacts(EnrolmentHistory.planFacts(plan.times()))
                .withChanged(Set.of(EnrolmentPart.PLAN)));
        changes.enrolment(enrolment.student(), enrolment.lead());
        return new Done(reader.get(enrolment.id()));
    }

    /** What of the plan is to be filled, of the services that the cycle has now. */
    PlanFill fill(Enrolment enrolment, CycleInfo cycle, LocalDate from, LocalDate to) {
        List<PlannedTime> times = enrolment.plan().stream().filter(time -> cycle.serviceIds().contains(time.service())).toList();
        return new PlanFill(enrolment.student(), times, from, to, cycle.name());
    }

    /** For the rest of the cycle. */
    PlanFill rest(Enrolment enrolment, CycleInfo cycle, Instant now) {
        return fill(enrolment, cycle, latest(cycle.firstDay(), day(now)), cycle.lastDay());
    }

    Optional<GenerationPreview> preview(GeneratePlan plan, Enrolment enrolment, By by, Instant now) {
        CycleInfo cycle = cycles.get(enrolment.cycle());
        PlanFill fill = within(plan, enrolment, cycle, now);
        return Optional.of(new GenerationPreview(reader.get(enrolment.id()), fill.first(), fill.last(), holds.fillable(fill, by, now)));
    }

    EnrolmentOutcome generate(GeneratePlan plan, Enrolment enrolment, By by, CommandRun run) {
        CycleInfo cycle = cycles.get(enrolment.cycle());
        EnrolmentDetails details = reader.get(enrolment.id());
        SuspensionDetails open = details.suspension();
        if (open != null) {
            return new NotDone(Refused.because(MentorshipRule.MENTEE_SUSPENDED, open.kind(), open.since(), details.leadName(), cycle.name()));
        }
        PlanFill fill = within(plan, enrolment, cycle, run.at());
        if (fill.last().isBefore(fill.first())) {
            return new NotDone(day(run.at()).isAfter(cycle.lastDay())
                    ? Refused.because(MentorshipRule.CYCLE_OVER, cycle.name(), cycle.lastDay())
                    : Refused.because(MentorshipRule.FILL_PERIOD, latest(cycle.firstDay(), day(run.at())), cycle.lastDay()));
        }
        List<RestoreLine> lines = holds.fill(null, fill, by, run);
        if (lines.stream().noneMatch(line -> line.verdict() == Verdict.MADE)) {
            return new NothingToFill(details, lines);
        }
        HoldId kept = holds.keepFilling(lines);
        events.publishEvent(new PlanFilled(enrolment.id(), enrolment.student(), by, run.at()));
        changes.enrolment(enrolment.student(), enrolment.lead());
        return new Generated(details, kept, lines);
    }

    private PlanFill within(GeneratePlan plan, Enrolment enrolment, CycleInfo cycle, Instant now) {
        LocalDate to = plan.to().isBefore(cycle.lastDay()) ? plan.to() : cycle.lastDay();
        return fill(enrolment, cycle, latest(latest(plan.from(), cycle.firstDay()), day(now)), to);
    }

    /** The resources that filling may take. */
    static Set<Long> resources(CycleInfo cycle) {
        return cycle.services().stream().map(service -> service.resource().id().value()).collect(Collectors.toSet());
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
