package org.mentorportal.mentorship.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.MentorshipOutcome;
import org.mentorportal.mentorship.MentorshipRule;
import org.mentorportal.mentorship.ReactivationPreview;
import org.mentorportal.mentorship.SuspensionDetails;
import org.mentorportal.mentorship.SuspensionPreview;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.api.IfMatch;
import org.mentorportal.shared.api.ProblemException;
import org.mentorportal.shared.api.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What an enrolment, and what came of a decision about one, looks like from outside. */
@Component
class EnrolmentReplies {

    static final String PATH = "/api/v1/enrolments";

    private final EnrolmentService enrolments;
    private final Problems problems;
    private final Formats formats;

    EnrolmentReplies(EnrolmentService enrolments, Problems problems, Formats formats) {
        this.enrolments = enrolments;
        this.problems = problems;
        this.formats = formats;
    }

    ResponseEntity<EnrolmentBody> found(EnrolmentDetails enrolment) {
        return ResponseEntity.ok().eTag(IfMatch.etag(enrolment.version())).body(body(enrolment));
    }

    ResponseEntity<DecisionBody> of(MentorshipOutcome outcome, EnrolmentId asked) {
        return switch (outcome) {
            case MentorshipOutcome.Suspended done -> reply(DecisionBody.ofCancelled(body(done.enrolment()), cancelled(done.cancelled())));
            case MentorshipOutcome.Reactivated done -> reply(DecisionBody.ofLines(body(done.enrolment()), lines(done.lines())));
            case MentorshipOutcome.Declined done -> reply(DecisionBody.ofNothing(body(done.enrolment())));
            case MentorshipOutcome.AlreadySo before -> reply(DecisionBody.ofBefore(body(before.enrolment()),
                    new DecisionBody.Before(before.who(), formats.withOffset(before.at()))));
            case MentorshipOutcome.NotDone(Refused why) -> throw refused(why, asked);
        };
    }

    ResponseEntity<DecisionBody> of(EnrolmentOutcome outcome, EnrolmentId asked) {
        return switch (outcome) {
            case EnrolmentOutcome.Done done -> reply(DecisionBody.ofNothing(body(done.enrolment())));
            case EnrolmentOutcome.Generated done -> reply(DecisionBody.ofLines(body(done.enrolment()), lines(done.lines())));
            case EnrolmentOutcome.NothingToFill full -> reply(DecisionBody.ofLines(body(full.enrolment()), lines(full.lines())));
            case EnrolmentOutcome.AlreadySo before -> reply(DecisionBody.ofNothing(body(before.enrolment())));
            case EnrolmentOutcome.Stale stale -> throw refused(stale.refusal().orElseThrow(), asked);
            case EnrolmentOutcome.NotDone(Refused why) -> throw refused(why, asked);
        };
    }

    ResponseEntity<DecisionBody> of(SuspensionPreview preview) {
        return reply(DecisionBody.ofCancelled(body(preview.enrolment()), cancelled(preview.bookings())));
    }

    ResponseEntity<DecisionBody> of(ReactivationPreview preview) {
        return reply(DecisionBody.ofLines(body(preview.enrolment()), lines(preview.lines())));
    }

    /** Another mentor's mentee and one who never was are answered the same; who may see it is told that this is not theirs to do. */
    private ProblemException refused(Refused why, EnrolmentId asked) {
        return new ProblemException(why.rule() == MentorshipRule.UNKNOWN_ENROLMENT && enrolments.find(asked).isPresent()
                ? problems.of(HttpStatus.FORBIDDEN) : problems.of(why));
    }

    ProblemException unknown() {
        return new ProblemException(problems.of(Refused.because(MentorshipRule.UNKNOWN_ENROLMENT)));
    }

    /** Why there is no preview of a suspension. */
    ProblemException nothingToSuspend(EnrolmentId asked) {
        SuspensionDetails open = enrolments.find(asked).orElseThrow(this::unknown).suspension();
        return new ProblemException(open == null ? problems.of(HttpStatus.FORBIDDEN) : problems.of(Refused.because(switch (open.kind()) {
            case REPROBATED -> MentorshipRule.ALREADY_REPROBATED;
            case UNSUBSCRIBED -> MentorshipRule.ALREADY_UNSUBSCRIBED;
        }, open.since())));
    }

    /** Why there is no preview of a suspension's end. */
    ProblemException nothingToEnd(EnrolmentId asked) {
        SuspensionDetails open = enrolments.find(asked).orElseThrow(this::unknown).suspension();
        return new ProblemException(open == null ? problems.of(Refused.because(MentorshipRule.NOT_SUSPENDED)) : problems.of(HttpStatus.FORBIDDEN));
    }

    private static ResponseEntity<DecisionBody> reply(DecisionBody decision) {
        return ResponseEntity.ok().eTag(IfMatch.etag(decision.enrolment().version())).body(decision);
    }

    EnrolmentBody body(EnrolmentDetails enrolment) {
        return new EnrolmentBody(enrolment.id().value(), enrolment.status(), enrolment.version(),
                new EnrolmentBody.InCycle(enrolment.cycle().id().value(), enrolment.cycle().name(), enrolment.cycle().firstDay(),
                        enrolment.cycle().lastDay()),
                new EnrolmentBody.Member(enrolment.student().value(), enrolment.studentName()),
                new EnrolmentBody.Member(enrolment.lead().value(), enrolment.leadName()), paused(enrolment.suspension()),
                enrolment.warnings(), enrolment.cycle().noShowLimit(), enrolment.questionOpen(), formats.withOffset(enrolment.enrolledAt()));
    }

    private EnrolmentBody.@Nullable Paused paused(@Nullable SuspensionDetails open) {
        return open == null ? null : new EnrolmentBody.Paused(open.id().value(), open.kind(), formats.withOffset(open.since()), open.begunBy(),
                open.begunRole(), open.reason());
    }

    private List<CancelledBody> cancelled(List<BookingDetails> bookings) {
        return bookings.stream().map(booking -> new CancelledBody(booking.id().value(), booking.service().id().value(),
                booking.service().name(), formats.withOffset(booking.start()), formats.withOffset(booking.end()), booking.status())).toList();
    }

    private List<TimeBody> lines(List<RestoreLine> lines) {
        return lines.stream().map(line -> new TimeBody(line.service().id().value(), line.service().name(), formats.withOffset(line.start()),
                line.verdict(), line.booking() == null ? null : line.booking().value(), line.status())).toList();
    }
}
