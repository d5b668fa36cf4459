package org.mentorportal.mentorship;

import java.util.List;
import org.mentorportal.booking.RestoreLine;

/** @param lines what the end of the suspension that holds would bring back, what not and why, and what would be newly made */
public record ReactivationPreview(EnrolmentDetails enrolment, List<RestoreLine> lines) {

    public ReactivationPreview {
        lines = List.copyOf(lines);
    }
}
