package org.mentorportal.booking.model;

import java.util.List;
import java.util.stream.Stream;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.model.Answer.Kind;
import org.mentorportal.booking.model.Answer.Line;
import org.mentorportal.booking.model.Answer.Subject;
import org.mentorportal.command.Command;
import org.mentorportal.command.CommandKey;
import org.mentorportal.mentorship.AddCycle;
import org.mentorportal.mentorship.AnswerNoShow;
import org.mentorportal.mentorship.AnswerOutcome;
import org.mentorportal.mentorship.CycleOutcome;
import org.mentorportal.mentorship.CycleService;
import org.mentorportal.mentorship.DeclineReprobation;
import org.mentorportal.mentorship.EditCycle;
import org.mentorportal.mentorship.EnrolStudent;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.GeneratePlan;
import org.mentorportal.mentorship.GenerationPreview;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.mentorship.MentorshipService;
import org.mentorportal.mentorship.ReactivationPreview;
import org.mentorportal.mentorship.SetPlan;
import org.mentorportal.mentorship.SuspensionCommand;
import org.mentorportal.mentorship.SuspensionPreview;
import org.mentorportal.mentorship.WarningDetails;
import org.mentorportal.session.AttendanceDetails;
import org.mentorportal.session.AttendanceOutcome;
import org.mentorportal.session.AttendanceService;
import org.mentorportal.session.MarkAttendance;
import org.mentorportal.session.ResetAttendance;
import org.springframework.context.ApplicationContext;

/** What the real portal says of attendance, cycles and mentees. */
final class MenteePortal {

    private final AttendanceService attendance;
    private final CycleService cycles;
    private final EnrolmentService enrolments;
    private final MentorshipService mentorship;

    MenteePortal(ApplicationContext portal) {
        this.attendance = portal.getBean(AttendanceService.class);
        this.cycles = portal.getBean(CycleService.class);
        this.enrolments = portal.getBean(EnrolmentService.class);
        this.mentorship = portal.getBean(MentorshipService.class);
    }

    Answer said(World world, Command command, CommandKey key) {
        return switch (command) {
            case MarkAttendance mark -> answer(attendance.mark(mark, key));
            case ResetAttendance reset -> answer(attendance.reset(reset, key));
            case AddCycle add -> answer(cycles.add(add, key));
            case EditCycle edit -> answer(cycles.edit(edit, key));
            case EnrolStudent enrol -> answer(world, enrolments.enrol(enrol, key));
            case SetPlan plan -> answer(world, enrolments.setPlan(plan, key));
            case GeneratePlan plan -> answer(world, enrolments.generate(plan, key));
            case SuspensionCommand.Begin begin -> answer(world, mentorship.suspend(begin, key));
            case SuspensionCommand.End end -> answer(world, mentorship.end(end, key));
            case DeclineReprobation decline -> answer(world, mentorship.decline(decline, key));
            case AnswerNoShow answer -> answer(mentorship.answer(answer, key));
            default -> throw new IllegalArgumentException("nobody takes " + command);
        };
    }

    /** What the person is shown before they send it; nothing where there is no preview. */
    List<String> preview(World world, Command command) {
        return switch (command) {
            case GeneratePlan plan -> enrolments.generationPreview(plan.enrolment(), plan.from(), plan.to()).map(GenerationPreview::lines)
                    .map(lines -> lines(world, lines)).orElse(List.of()).stream().map(Line::beforehand).toList();
            case SuspensionCommand.Begin begin -> mentorship.suspensionPreview(begin.enrolment(), begin.kind()).map(SuspensionPreview::bookings)
                    .orElse(List.of()).stream().map(booking -> booking.id().toString()).toList();
            case SuspensionCommand.End end -> mentorship.reactivationPreview(end.enrolment()).map(ReactivationPreview::lines)
                    .map(lines -> lines(world, lines)).orElse(List.of()).stream().map(Line::beforehand).toList();
            default -> List.of();
        };
    }

    static List<Line> lines(World world, List<RestoreLine> lines) {
        return lines.stream().map(line -> new Line(world.offer(line.service().id()), line.start(), world.who(line.student()), line.verdict().name(),
                line.booking() == null ? null : new Subject(line.booking().value()), line.status() == null ? "-" : line.status().name())).toList();
    }

    static List<Subject> rows(List<BookingDetails> bookings) {
        return bookings.stream().map(booking -> new Subject(booking.id().value())).toList();
    }

    private static Answer answer(AttendanceOutcome outcome) {
        return switch (outcome) {
            case AttendanceOutcome.Done done -> answer(Kind.DONE, done.attendance())
                    .with(done.questions().stream().map(question -> question.kind().name()).toList());
            case AttendanceOutcome.AlreadySo already -> answer(Kind.ALREADY, already.attendance());
            case AttendanceOutcome.NotDone no -> Answer.refused(no.why().rule().name());
        };
    }

    private static Answer answer(Kind kind, AttendanceDetails place) {
        return Answer.of(kind, new Subject(place.booking().value()), place.mark() == null ? "HELD" : place.mark().name(), place.version());
    }

    private static Answer answer(CycleOutcome outcome) {
        return switch (outcome) {
            case CycleOutcome.Done done -> Answer.of(Kind.DONE, new Subject(done.cycle().id().value()), "SET", done.cycle().version());
            case CycleOutcome.AlreadySo already -> Answer.of(Kind.ALREADY, new Subject(already.cycle().id().value()), "SET", already.cycle().version());
            case CycleOutcome.Stale stale -> Answer.of(Kind.STALE, new Subject(stale.current().id().value()), "SET", stale.current().version())
                    .with(List.of((long) stale.since().size()));
            case CycleOutcome.NotDone no -> Answer.refused(no.why().rule().name());
        };
    }

    private static Answer answer(World world, EnrolmentOutcome outcome) {
        return switch (outcome) {
            case EnrolmentOutcome.Done done -> answer(Kind.DONE, done.enrolment());
            case EnrolmentOutcome.Generated made -> Answer.of(Kind.DONE, new Subject(made.kept().value()), made.enrolment().status().name(),
                    made.enrolment().version()).with(lines(world, made.lines()));
            case EnrolmentOutcome.NothingToFill nothing -> new Answer(Kind.ALREADY, "", null, nothing.enrolment().status().name(),
                    nothing.enrolment().version(), lines(world, nothing.lines()));
            case EnrolmentOutcome.AlreadySo already -> answer(Kind.ALREADY, already.enrolment());
            case EnrolmentOutcome.Stale stale -> answer(Kind.STALE, stale.current()).with(List.of((long) stale.since().size()));
            case EnrolmentOutcome.NotDone no -> Answer.refused(no.why().rule().name());
        };
    }

    private static Answer answer(Kind kind, EnrolmentDetails enrolment) {
        return Answer.of(kind, new Subject(enrolment.id().value()), enrolment.status().name(), enrolment.version());
    }

    private static Answer answer(World world, MentorshipOutcome outcome) {
        return switch (outcome) {
            case MentorshipOutcome.Suspended done -> answer(done.enrolment(), done.hold().value()).with(Stream.concat(
                    Stream.of(done.enrolment().suspension()).map(open -> new Subject(open == null ? -1 : open.id().value())),
                    rows(done.cancelled()).stream()).toList());
            case MentorshipOutcome.Reactivated done -> answer(done.enrolment(), done.hold().value()).with(lines(world, done.lines()));
            case MentorshipOutcome.Declined done -> answer(Kind.DONE, done.enrolment());
            case MentorshipOutcome.AlreadySo already -> answer(Kind.ALREADY, already.enrolment())
                    .with(List.of(world.named(already.who()), already.at()));
            case MentorshipOutcome.NotDone no -> Answer.refused(no.why().rule().name());
        };
    }

    private static Answer answer(EnrolmentDetails enrolment, long subject) {
        return Answer.of(Kind.DONE, new Subject(subject), enrolment.status().name(), enrolment.version());
    }

    private static Answer answer(AnswerOutcome outcome) {
        return switch (outcome) {
            case AnswerOutcome.Answered done -> answer(Kind.DONE, done.warning());
            case AnswerOutcome.AlreadySo already -> answer(Kind.ALREADY, already.warning());
            case AnswerOutcome.NotDone no -> Answer.refused(no.why().rule().name());
        };
    }

    private static Answer answer(Kind kind, WarningDetails warning) {
        return Answer.of(kind, new Subject(warning.id().value()), warning.state().name(), warning.version());
    }
}
