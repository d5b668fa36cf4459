package org.mentorportal.mentorship;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Says to a mentee what happens next. */
@Component
class Standings {

    private final MenteePages pages;
    private final Clock clock;

    Standings(MenteePages pages, Clock clock) {
        this.pages = pages;
        this.clock = clock;
    }

    Standing of(EnrolmentDetails enrolment) {
        return new Standing(pages.of(enrolment), next(enrolment, LocalDate.now(clock)));
    }

    private static Standing.Next next(EnrolmentDetails enrolment, LocalDate today) {
        if (today.isAfter(enrolment.cycle().lastDay())) {
            return Standing.Next.CYCLE_OVER;
        }
        SuspensionDetails open = enrolment.suspension();
        if (open != null) {
            return open.byTheMentee() ? Standing.Next.COME_BACK : Standing.Next.ASK_LEAD;
        }
        if (enrolment.questionOpen()) {
            return Standing.Next.MENTOR_DECIDES;
        }
        if (enrolment.warnings() >= enrolment.cycle().noShowLimit()) {
            return Standing.Next.MENTOR_DECLINED;
        }
        return enrolment.warnings() == 0 ? Standing.Next.CLEAR : Standing.Next.BELOW_LIMIT;
    }
}
