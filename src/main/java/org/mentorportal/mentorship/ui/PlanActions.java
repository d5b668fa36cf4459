package org.mentorportal.mentorship.ui;

import java.time.Clock;
import java.time.LocalDate;
import org.mentorportal.booking.ui.RestoreLists;
import org.mentorportal.mentorship.EnrolmentDetails;
import org.mentorportal.mentorship.EnrolmentOutcome;
import org.mentorportal.mentorship.EnrolmentService;
import org.mentorportal.mentorship.MentorshipRule;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.ui.Notices;
import org.springframework.stereotype.Component;

/** A mentee's weekly plan: writing it, and making its bookings. */
@Component
class PlanActions {

    private final EnrolmentService enrolments;
    private final MentorshipTexts texts;
    private final RestoreLists lists;
    private final Clock clock;

    PlanActions(EnrolmentService enrolments, MentorshipTexts texts, RestoreLists lists, Clock clock) {
        this.enrolments = enrolments;
        this.texts = texts;
        this.lists = lists;
        this.clock = clock;
    }

    void edit(EnrolmentDetails enrolment, Runnable changed) {
        enrolments.page(enrolment.id()).ifPresentOrElse(page -> new PlanDialog(texts, enrolments, page, outcome -> {
            Notices.done(texts.get(outcome instanceof EnrolmentOutcome.AlreadySo ? "plan.already" : "plan.saved"));
            changed.run();
        }).open(), () -> gone(changed));
    }

    void generate(EnrolmentDetails enrolment, Runnable changed) {
        enrolments.find(enrolment.id()).ifPresentOrElse(now ->
                new GenerateDialog(texts, lists, enrolments, now, LocalDate.now(clock), changed).open(), () -> gone(changed));
    }

    private void gone(Runnable changed) {
        Notices.refused(texts.refusal(Refused.because(MentorshipRule.UNKNOWN_ENROLMENT)));
        changed.run();
    }
}
