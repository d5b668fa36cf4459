package org.mentorportal.mentorship;

import static org.mentorportal.shared.SqlTime.utc;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.audit.AuditTrail;
import org.mentorportal.booking.BookingRuleId;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRun;
import org.mentorportal.command.Commands;
import org.mentorportal.command.Locks;
import org.mentorportal.mentorship.EnrolmentOutcome.AlreadySo;
import org.mentorportal.mentorship.EnrolmentOutcome.Done;
import org.mentorportal.mentorship.EnrolmentOutcome.NotDone;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.By;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a student comes into a cycle: once, whoever enrols them and however many at once. */
@Component
class Enrolling {

    private static final String ENROL = """
            insert into enrolment (cycle_id, student_id, lead_mentor_id, status, enrolled_by, enrolled_at)
            values (:cycle, :student, :lead, 'ACTIVE', :by, :at) on conflict on constraint uq_enrolment do nothing returning id
            """;

    private final JdbcClient jdbc;
    private final Cycles cycles;
    private final EnrolmentReader reader;
    private final EnrolmentAnswers answers;
    private final AccountService accounts;
    private final Commands commands;
    private final AuditTrail trail;
    private final MentorshipChanges changes;
    private final CurrentActor actor;
    private final Clock clock;

    Enrolling(JdbcClient jdbc, Cycles cycles, EnrolmentReader reader, EnrolmentAnswers answers, AccountService accounts, Commands commands,
              AuditTrail trail, MentorshipChanges changes, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.cycles = cycles;
        this.reader = reader;
        this.answers = answers;
        this.accounts = accounts;
        this.commands = commands;
        this.trail = trail;
        this.changes = changes;
        this.actor = actor;
        this.clock = clock;
    }

    EnrolmentOutcome run(EnrolStudent enrolment, CommandKey key) {
        Actor person = actor.get();
        Optional<By> by = enrolment.lead().equals(person.id()) ? person.asFirstOf(Role.MENTOR, Role.ADMIN) : person.asFirstOf(Role.ADMIN);
        Optional<Refused> broken = by.isEmpty() ? Optional.of(Refused.because(MentorshipRule.LEAD_IS_ANOTHER)) : people(enrolment);
        return broken.<EnrolmentOutcome>map(NotDone::new).orElseGet(() -> commands.run(enrolment, key, person, Locks.of(enrolment.student()),
                answers, run -> enrolled(enrolment, by.orElseThrow(), run)));
    }

    private Optional<Refused> people(EnrolStudent enrolment) {
        if (!accounts.isActiveStudent(enrolment.student())) {
            return Optional.of(Refused.because(BookingRuleId.NOT_A_STUDENT));
        }
        return !enrolment.lead().equals(enrolment.student()) && accounts.isActiveMentor(enrolment.lead()) ? Optional.empty()
                : Optional.of(Refused.because(MentorshipRule.LEAD_MENTOR));
    }

    private EnrolmentOutcome enrolled(EnrolStudent enrolment, By by, CommandRun run) {
        Optional<CycleInfo> cycle = cycles.find(enrolment.cycle());
        if (cycle.isEmpty()) {
            return new NotDone(Refused.because(MentorshipRule.UNKNOWN_CYCLE));
        }
        if (LocalDate.ofInstant(run.at(), clock.getZone()).isAfter(cycle.get().lastDay())) {
            return new NotDone(Refused.because(MentorshipRule.CYCLE_OVER, cycle.get().name(), cycle.get().lastDay()));
        }
        return jdbc.sql(ENROL).param("cycle", enrolment.cycle().value()).param("student", enrolment.student().value())
                .param("lead", enrolment.lead().value()).param("by", by.account().value()).param("at", utc(run.at()))
                .query(Long.class).optional().map(EnrolmentId::new).map(id -> made(id, enrolment, by, run))
                .orElseGet(() -> before(enrolment, run.person()));
    }

    private EnrolmentOutcome made(EnrolmentId id, EnrolStudent enrolment, By by, CommandRun run) {
        trail.append(run.event(by, EnrolmentHistory.subject(id), 1, null, EnrolmentStatus.ACTIVE.name())
                .withFacts(Map.of("cycle", enrolment.cycle(), "student", enrolment.student(), "lead", enrolment.lead())));
        changes.enrolment(enrolment.student(), enrolment.lead());
        return new Done(reader.get(id));
    }

    private EnrolmentOutcome before(EnrolStudent enrolment, Actor person) {
        EnrolmentDetails known = reader.ofStudent(enrolment.student()).stream()
                .filter(one -> one.cycle().id().equals(enrolment.cycle())).findFirst().orElseThrow();
        return EnrolmentRights.asLead(person, known.people()).isPresent()
                ? new AlreadySo(known) : new NotDone(Refused.because(MentorshipRule.ALREADY_ENROLLED, known.leadName()));
    }
}
