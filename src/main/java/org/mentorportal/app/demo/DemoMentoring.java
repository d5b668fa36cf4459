package org.mentorportal.app.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingService;
import org.mentorportal.booking.GiveUp;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.Verdict;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.AnswerNoShow;
import org.mentorportal.mentorship.CycleInfo;
import org.mentorportal.mentorship.CycleOutcome;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.EnrolStudent;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.Mark;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.SessionService;
import org.mentorportal.shared.Outcome;
import org.springframework.stereotype.Component;

/** The portal's services as the demo school's mentors and mentees use them; what these files ask for is done, or loading ends. */
@Component
class DemoMentoring {

    private final CycleService cycles;
    private final EnrolmentService enrolments;
    private final MentorshipService mentorship;
    private final SessionService sessions;
    private final AttendanceService attendance;
    private final BookingService bookings;
    private final DemoActor actor;

    DemoMentoring(CycleService cycles, EnrolmentService enrolments, MentorshipService mentorship, SessionService sessions,
                  AttendanceService attendance, BookingService bookings, DemoActor actor) {
        this.cycles = cycles;
        this.enrolments = enrolments;
        this.mentorship = mentorship;
        this.sessions = sessions;
        this.attendance = attendance;
        this.bookings = bookings;
        this.actor = actor;
    }

    CycleInfo add(AddCycle cycle, Instant at) {
        return ((CycleOutcome.Done) done(actor.asSetUp(at, () -> cycles.add(cycle, CommandKey.fresh())))).cycle();
    }

    EnrolmentDetails enrol(AccountInfo lead, CycleInfo cycle, AccountInfo student, Instant at) {
        var enrolment = new EnrolStudent(cycle.id(), student.id(), lead.id());
        return ((EnrolmentOutcome.Done) done(actor.as(lead, at, () -> enrolments.enrol(enrolment, CommandKey.fresh())))).enrolment();
    }

    void plan(AccountInfo lead, EnrolmentDetails enrolment, List<PlannedTime> times, Instant at) {
        done(actor.as(lead, at, () -> enrolments.setPlan(new SetPlan(enrolment.id(), enrolment.version(), times), CommandKey.fresh())));
    }

    /** What the plan would make up to the cycle's end, by start. */
    List<RestoreLine> coming(AccountInfo lead, EnrolmentDetails enrolment, Instant at) {
        return made(actor.as(lead, at, () -> enrolments.generationPreview(enrolment.id(), enrolment.cycle().firstDay(),
                enrolment.cycle().lastDay()).orElseThrow().lines()));
    }

    /** @return how many bookings were made */
    int fill(AccountInfo lead, EnrolmentDetails enrolment, LocalDate to, Instant at) {
        var plan = new GeneratePlan(enrolment.id(), enrolment.cycle().firstDay(), to);
        return made(((EnrolmentOutcome.Generated) done(actor.as(lead, at, () -> enrolments.generate(plan, CommandKey.fresh())))).lines()).size();
    }

    private static List<RestoreLine> made(List<RestoreLine> lines) {
        return lines.stream().filter(line -> line.verdict() == Verdict.MADE).toList();
    }

    MentorshipOutcome.Suspended suspend(AccountInfo person, SuspensionCommand.Begin command, Instant at) {
        return (MentorshipOutcome.Suspended) done(actor.as(person, at, () -> mentorship.suspend(command, CommandKey.fresh())));
    }

    void giveUp(AccountInfo student, BookingId booking, Instant at) {
        done(actor.as(student, at, () -> bookings.giveUp(new GiveUp(booking), CommandKey.fresh())));
    }

    /** To every no-show that has no answer yet. */
    void answer(AccountInfo student, String words, Instant at) {
        actor.as(student, at, mentorship::mine).stream().flatMap(standing -> standing.page().warnings().stream())
                .filter(warning -> warning.answer() == null).forEach(warning -> done(actor.as(student, at,
                        () -> mentorship.answer(new AnswerNoShow(warning.id(), words), CommandKey.fresh()))));
    }

    /** The longest ended first. */
    List<AttendanceDetails> waiting(AccountInfo mentor, Instant at) {
        return actor.as(mentor, at, sessions::waiting).places();
    }

    void mark(AccountInfo mentor, BookingId booking, Mark mark, Instant at) {
        done(actor.as(mentor, at, () -> attendance.mark(new MarkAttendance(booking, mark, ""), CommandKey.fresh())));
    }

    private static <O extends Outcome> O done(O outcome) {
        outcome.refusal().ifPresent(why -> {
            throw new IllegalStateException(why.toString());
        });
        return outcome;
    }
}
