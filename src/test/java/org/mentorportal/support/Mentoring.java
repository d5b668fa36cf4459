package org.mentorportal.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingOutcome;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.AnswerNoShow;
import org.mentorportal.mentorship.AnswerOutcome;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleOutcome;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.DeclineReprobation;
import org.mentorportal.mentorship.EnrolStudent;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.MenteePage;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.WarningDetails;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.RuleId;
import org.springframework.stereotype.Component;

/** Where a test's mentees are enrolled, warned, suspended and reactivated, each person as themselves, by the portal's own services. */
@Component
public class Mentoring {

    /** From here on no name is the beginning of another: a search for one finds one. */
    private static final AtomicInteger NUMBER = new AtomicInteger(1_000_000);

    private final School school;
    private final Desk desk;
    private final CycleService cycles;
    private final EnrolmentService enrolments;
    private final MentorshipService mentorship;
    private final BookingService bookings;
    private final Clock clock;

    Mentoring(School school, Desk desk, CycleService cycles, EnrolmentService enrolments, MentorshipService mentorship, BookingService bookings,
              Clock clock) {
        this.school = school;
        this.desk = desk;
        this.cycles = cycles;
        this.enrolments = enrolments;
        this.mentorship = mentorship;
        this.bookings = bookings;
        this.clock = clock;
    }

    /**
     * A cycle from 60 days ago to 60 days ahead with a limit of 3 no-shows, its lead mentor and one active mentee.
     *
     * @param talk     with the mentor, 60 minutes, approved automatically
     * @param training on a ground of its own, 60 minutes, approved by a principal
     */
    public record Scene(AccountInfo admin, AccountInfo mentor, AccountInfo student, ServiceInfo talk, ServiceInfo training, CycleInfo cycle,
                        EnrolmentDetails enrolment) {
    }

    public Scene scene() {
        AccountInfo admin = school.admin();
        AccountInfo mentor = school.mentor();
        AccountInfo student = school.student();
        ServiceInfo talk = school.service(school.resourceOf(mentor), Approval.AUTOMATIC);
        ServiceInfo training = school.service();
        CycleInfo cycle = cycle(admin, talk, training);
        return new Scene(admin, mentor, student, talk, training, cycle, enrolled(cycle, student, mentor));
    }

    public CycleInfo cycle(AccountInfo admin, ServiceInfo... services) {
        LocalDate today = LocalDate.now(clock);
        return done(add(admin, new AddCycle("Test cycle " + NUMBER.incrementAndGet(), today.minusDays(60), today.plusDays(60), 3, ids(services))));
    }

    public CycleOutcome add(AccountInfo admin, AddCycle cycle) {
        return school.as(admin, () -> cycles.add(cycle, CommandKey.fresh()));
    }

    public static Set<ServiceId> ids(ServiceInfo... services) {
        return Arrays.stream(services).map(ServiceInfo::id).collect(Collectors.toSet());
    }

    public EnrolmentOutcome enrol(AccountInfo person, CycleInfo cycle, AccountInfo student, AccountInfo lead) {
        return school.as(person, () -> enrolments.enrol(new EnrolStudent(cycle.id(), student.id(), lead.id()), CommandKey.fresh()));
    }

    /** By the lead mentor themselves. */
    public EnrolmentDetails enrolled(CycleInfo cycle, AccountInfo student, AccountInfo lead) {
        EnrolmentOutcome outcome = enrol(lead, cycle, student, lead);
        assertThat(outcome).isInstanceOf(EnrolmentOutcome.Done.class);
        return ((EnrolmentOutcome.Done) outcome).enrolment();
    }

    public EnrolmentDetails now(Scene scene) {
        return page(scene).enrolment();
    }

    /** As the lead mentor sees it. */
    public MenteePage page(Scene scene) {
        return school.as(scene.mentor(), () -> enrolments.page(scene.enrolment().id())).orElseThrow();
    }

    // Plans

    /** A time of the plan on the weekday of that day. */
    public PlannedTime weekly(ServiceInfo service, int days, String time) {
        return new PlannedTime(service.id(), LocalDate.now(clock).plusDays(days).getDayOfWeek(), LocalTime.parse(time));
    }

    public EnrolmentOutcome plan(Scene scene, PlannedTime... times) {
        return school.as(scene.mentor(), () -> enrolments.setPlan(new SetPlan(scene.enrolment().id(), now(scene).version(), List.of(times)),
                CommandKey.fresh()));
    }

    /** @param from days from today; @param to days from today */
    public EnrolmentOutcome generate(Scene scene, int from, int to) {
        LocalDate today = LocalDate.now(clock);
        return school.as(scene.mentor(), () -> enrolments.generate(
                new GeneratePlan(scene.enrolment().id(), today.plusDays(from), today.plusDays(to)), CommandKey.fresh()));
    }

    // No-shows

    /** Past talks, one a day up to yesterday, each marked by the mentor. */
    public List<BookingDetails> noShows(Scene scene, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(daysAgo -> noShow(scene, count + 1 - daysAgo)).toList();
    }

    public BookingDetails noShow(Scene scene, int daysAgo) {
        BookingDetails booking = past(scene, daysAgo);
        desk.mark(scene.mentor(), booking, Mark.NO_SHOW);
        return booking;
    }

    /** A talk that has ended and waits for its mark. */
    public BookingDetails past(Scene scene, int daysAgo) {
        return desk.booked(scene.student(), scene.talk(), school.in(-daysAgo, "10:00"));
    }

    public AnswerOutcome answer(Scene scene, WarningDetails warning, String text) {
        return school.as(scene.student(), () -> mentorship.answer(new AnswerNoShow(warning.id(), text), CommandKey.fresh()));
    }

    public MentorshipOutcome decline(Scene scene) {
        return school.as(scene.mentor(), () -> mentorship.decline(new DeclineReprobation(scene.enrolment().id(), ""), CommandKey.fresh()));
    }

    // Suspensions

    public MentorshipOutcome reprobate(AccountInfo person, Scene scene, String reason) {
        return begin(person, new SuspensionCommand.Reprobate(scene.enrolment().id(), reason));
    }

    public MentorshipOutcome.Suspended reprobated(Scene scene) {
        return suspended(reprobate(scene.mentor(), scene, "Three no-shows"));
    }

    public MentorshipOutcome unsubscribe(AccountInfo person, Scene scene, String reason) {
        return begin(person, new SuspensionCommand.Unsubscribe(scene.enrolment().id(), reason));
    }

    public MentorshipOutcome reactivate(AccountInfo person, Scene scene) {
        return end(person, new SuspensionCommand.Reactivate(scene.enrolment().id(), null));
    }

    public MentorshipOutcome.Reactivated reactivated(Scene scene) {
        return reactivated(reactivate(scene.mentor(), scene));
    }

    public MentorshipOutcome resubscribe(AccountInfo person, Scene scene) {
        return end(person, new SuspensionCommand.Resubscribe(scene.enrolment().id(), null));
    }

    public MentorshipOutcome begin(AccountInfo person, SuspensionCommand.Begin command) {
        return school.as(person, () -> mentorship.suspend(command, CommandKey.fresh()));
    }

    public MentorshipOutcome end(AccountInfo person, SuspensionCommand.End command) {
        return school.as(person, () -> mentorship.end(command, CommandKey.fresh()));
    }

    public BookingOutcome giveUp(Scene scene, BookingDetails booking) {
        return school.as(scene.student(), () -> bookings.giveUp(new GiveUp(booking.id()), CommandKey.fresh()));
    }

    // Outcomes

    public static CycleInfo done(CycleOutcome outcome) {
        assertThat(outcome).isInstanceOf(CycleOutcome.Done.class);
        return ((CycleOutcome.Done) outcome).cycle();
    }

    public static MentorshipOutcome.Suspended suspended(MentorshipOutcome outcome) {
        assertThat(outcome).isInstanceOf(MentorshipOutcome.Suspended.class);
        return (MentorshipOutcome.Suspended) outcome;
    }

    public static MentorshipOutcome.Reactivated reactivated(MentorshipOutcome outcome) {
        assertThat(outcome).isInstanceOf(MentorshipOutcome.Reactivated.class);
        return (MentorshipOutcome.Reactivated) outcome;
    }

    public static RuleId refusal(org.mentorportal.shared.Outcome outcome) {
        assertThat(outcome.refusal()).as(outcome.toString()).isPresent();
        return outcome.refusal().orElseThrow().rule();
    }

    /** "2026-11-30T09:00:00Z RESTORED APPROVED" */
    public static Function<RestoreLine, String> inShort() {
        return line -> line.start() + " " + line.verdict() + (line.status() == null ? "" : " " + line.status());
    }
}
