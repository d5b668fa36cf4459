package org.mentorportal.mentorship.ui;

import java.util.List;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.RestoreLine;
import org.mentorportal.booking.Verdict;

/**
 * What the decisions that a person may take about an enrolment would do now.
 *
 * @param cancelled by suspending
 * @param back      by ending the suspension that holds
 */
record WhatIf(List<BookingDetails> cancelled, List<RestoreLine> back) {

    WhatIf {
        cancelled = List.copyOf(cancelled);
        back = List.copyOf(back);
    }

    static int restored(List<RestoreLine> lines) {
        return count(lines, Verdict.RESTORED);
    }

    static int made(List<RestoreLine> lines) {
        return count(lines, Verdict.MADE);
    }

    private static int count(List<RestoreLine> lines, Verdict verdict) {
        return (int) lines.stream().filter(line -> line.verdict() == verdict).count();
    }
}
