package org.mentorportal.mentorship;

import java.time.Instant;
import java.util.Set;

/**
 * What somebody did to an enrolment while another person was writing.
 *
 * @param parts what is different now
 */
public record EnrolmentChange(String who, Instant at, Set<EnrolmentPart> parts) {

    /** What of an enrolment can change; its question is whether to reprobate. */
    public enum EnrolmentPart {
        STATUS, PLAN, QUESTION
    }

    public EnrolmentChange {
        parts = Set.copyOf(parts);
    }
}
