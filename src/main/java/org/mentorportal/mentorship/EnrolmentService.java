package org.mentorportal.mentorship;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.CurrentActor;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in which cycle, and their weekly plans: a mentor's for those they lead, an admin's for all. */
@Service
public class EnrolmentService {

    private final Enrolling enrolling;
    private final Plans plans;
    private final LockedEnrolment locked;
    private final EnrolmentAnswers answers;
    private final EnrolmentRepository enrolments;
    private final Cycles cycles;
    private final EnrolmentReader reader;
    private final MenteePages pages;
    private final CurrentActor actor;
    private final Clock clock;

    EnrolmentService(Enrolling enrolling, Plans plans, LockedEnrolment locked, EnrolmentAnswers answers, EnrolmentRepository enrolments,
                     Cycles cycles, EnrolmentReader reader, MenteePages pages, CurrentActor actor, Clock clock) {
        this.enrolling = enrolling;
        this.plans = plans;
        this.locked = locked;
        this.answers = answers;
        this.enrolments = enrolments;
        this.cycles = cycles;
        this.reader = reader;
        this.pages = pages;
        this.actor = actor;
        this.clock = clock;
    }

    /** An admin with any lead mentor, a mentor with themselves. A student is in a cycle once; coming back is resubscribing. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public EnrolmentOutcome enrol(EnrolStudent enrolment, CommandKey key) {
        return enrolling.run(enrolment, key);
    }

    /** A plan that changes nothing is told so whatever its version; one of an older version changes nothing either. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public EnrolmentOutcome setPlan(SetPlan plan, CommandKey key) {
        return locked.run(plan, key, plan.enrolment(), EnrolmentRights::asLead, LockedEnrolment.STUDENT_ALONE, answers,
                (enrolment, by, run) -> plans.set(plan, enrolment, by, run));
    }

    /** What {@link #generate} would do now; nothing for an enrolment that is not this person's to fill. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Optional<GenerationPreview> generationPreview(EnrolmentId id, LocalDate from, LocalDate to) {
        Actor person = actor.get();
        return enrolments.findById(id.value()).flatMap(enrolment -> EnrolmentRights.asLead(person, enrolment.people())
                .flatMap(by -> plans.preview(new GeneratePlan(id, from, to), enrolment, by, clock.instant())));
    }

    /** Fills what is empty of the plan; skips every day that has any booking of that service and mentee. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    public EnrolmentOutcome generate(GeneratePlan plan, CommandKey key) {
        return locked.run(plan, key, plan.enrolment(), EnrolmentRights::asLead,
                enrolment -> Plans.resources(cycles.get(enrolment.cycle())), answers.ofGeneration(plan.enrolment()), (enrolment, by, run) -> plans.generate(plan, enrolment, by, run));
    }

    /**
     * A mentor's mentees, an admin's all, a student's own enrolments, the newest first: the {@code most} that come after
     * {@code after}, or after none.
     */
    @PermitAll
    @Transactional(readOnly = true)
    public EnrolmentPage newest(@Nullable EnrolmentId after, int most) {
        Actor person = actor.get();
        List<EnrolmentDetails> found = reader.newest(person, after == null ? Long.MAX_VALUE : after.value(), most + 1);
        List<EnrolmentDetails> shown = found.subList(0, Math.min(most, found.size()));
        return new EnrolmentPage(shown, found.size() > most ? shown.getLast().id() : null);
    }

    /**
     * Whom a mentor leads, to an admin everybody; open questions first, then by name. Never oneself.
     *
     * @param search part of the name of a student, a cycle or a lead mentor; blank = all
     * @param most   how many at most, at least 1
     */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public Mentees mentees(MenteeGroup group, String search, int most) {
        return reader.led(actor.get(), group, search, most);
    }

    /** Of how many mentees this person is asked to decide about a reprobation now. */
    @RolesAllowed({"MENTOR", "ADMIN"})
    @Transactional(readOnly = true)
    public int openQuestions() {
        return reader.openQuestions(actor.get());
    }

    /** One that the person may see: the mentee, the lead mentor, an admin. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<EnrolmentDetails> find(EnrolmentId id) {
        Actor person = actor.get();
        return reader.find(id).filter(found -> EnrolmentRights.asEither(person,
                found.people()).isPresent());
    }

    /** The same people as for {@link #find}. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<MenteePage> page(EnrolmentId id) {
        return find(id).map(pages::of);
    }
}
