package org.mentorportal.mentorship;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mentorportal.account.AccountService;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.Reason;
import org.mentorportal.booking.HeldScope;
import org.mentorportal.booking.HoldId;
import org.mentorportal.booking.Holds;
import org.mentorportal.command.CommandRun;
import org.mentorportal.mentorship.MentorshipOutcome.AlreadySo;
import org.mentorportal.mentorship.MentorshipOutcome.NotDone;
import org.mentorportal.mentorship.MentorshipOutcome.Suspended;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How an enrolment is paused, in the order in which it happens: the suspension, its hold on the bookings, what led to it. */
@Component
class Suspensions {

    private final EnrolmentRepository enrolments;
    private final SuspensionRepository suspensions;
    private final CountingWarnings warnings;
    private final EnrolmentReader reader;
    private final Cycles cycles;
    private final Holds holds;
    private final AccountService accounts;
    private final AuditTrail trail;
    private final MentorshipChanges changes;
    private final ApplicationEventPublisher events;

    Suspensions(EnrolmentRepository enrolments, SuspensionRepository suspensions, CountingWarnings warnings, EnrolmentReader reader,
                Cycles cycles, Holds holds, AccountService accounts, AuditTrail trail, MentorshipChanges changes, ApplicationEventPublisher events) {
        this.enrolments = enrolments;
        this.suspensions = suspensions;
        this.warnings = warnings;
        this.reader = reader;
        this.cycles = cycles;
        this.holds = holds;
        this.accounts = accounts;
        this.trail = trail;
        this.changes = changes;
        this.events = events;
    }

    /** What suspending would cancel now; nothing if it is suspended already. */
    Optional<SuspensionPreview> preview(Enrolment enrolment, By by, Instant now) {
        return enrolment.status() != EnrolmentStatus.ACTIVE ? Optional.empty()
                : Optional.of(new SuspensionPreview(reader.get(enrolment.id()), holds.wouldCancel(scope(enrolment, by), now)));
    }

    private HeldScope scope(Enrolment enrolment, By by) {
        CycleInfo cycle = cycles.get(enrolment.cycle());
        return new HeldScope(enrolment.student(), cycle.serviceIds(), cycle.firstDay(), cycle.lastDay(), by.role() == Role.STUDENT);
    }

    MentorshipOutcome begin(SuspensionCommand.Begin command, Enrolment enrolment, By by, CommandRun run) {
        Optional<Suspension> open = suspensions.findOpen(enrolment.id().value());
        if (open.isPresent()) {
            return suspendedBefore(open.get(), command.kind(), enrolment);
        }
        return reasonBroken(command, by).<MentorshipOutcome>map(NotDone::new).orElseGet(() -> begun(command, enrolment, by, run));
    }

    private MentorshipOutcome suspendedBefore(Suspension open, SuspensionKind wanted, Enrolment enrolment) {
        return open.kind() == wanted ? new AlreadySo(reader.get(enrolment.id()), accounts.name(open.begunBy()), open.begunAt())
                : new NotDone(otherKind(open));
    }

    static Refused otherKind(Suspension open) {
        return Refused.because(switch (open.kind()) {
            case REPROBATED -> MentorshipRule.ALREADY_REPROBATED;
            case UNSUBSCRIBED -> MentorshipRule.ALREADY_UNSUBSCRIBED;
        }, open.begunAt());
    }

    private static Optional<Refused> reasonBroken(SuspensionCommand.Begin command, By by) {
        return by.role() == Role.STUDENT ? Reason.tooLong(command.reason()) : Reason.missingOrTooLong(command.reason());
    }

    private MentorshipOutcome begun(SuspensionCommand.Begin command, Enrolment enrolment, By by, CommandRun run) {
        HoldId hold = holds.newHold();
        Suspension suspension = suspensions.saveAndFlush(
                new Suspension(enrolment.id(), hold, command.kind(), command.reason(), by, run.at()));
        EnrolmentStatus before = enrolment.status();
        enrolment.pause(command.kind());
        enrolments.flush();
        List<BookingDetails> cancelled = holds.cancelFor(hold, scope(enrolment, by), by, run);
        if (command.kind() == SuspensionKind.REPROBATED) {
            warnings.ledTo(suspension);
        }
        String reason = command.reason().isEmpty() ? null : command.reason();
        trail.append(EnrolmentHistory.event(enrolment, before, by, run).withReason(reason)
                .withFacts(EnrolmentHistory.suspensionFacts(suspension)));
        events.publishEvent(new EnrolmentSuspended(enrolment.id(), suspension.id(), suspension.kind(), enrolment.student(), enrolment.lead(),
                reason, by, run.at()));
        changes.enrolment(enrolment.student(), enrolment.lead());
        return new Suspended(reader.get(enrolment.id()), hold, cancelled);
    }

    /** Who ended a suspension, for those who come after. */
    AlreadySo endedBefore(Suspension ended, Enrolment enrolment) {
        return new AlreadySo(reader.get(enrolment.id()), accounts.name(Objects.requireNonNull(ended.endedBy())), Objects.requireNonNull(ended.endedAt()));
    }
}
