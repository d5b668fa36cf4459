package org.mentorportal.mentorship;

import java.time.Instant;
import java.util.Set;
import org.mentorportal.shared.Change;

/**
 * What somebody did to an enrolment while another person was writing.
 *
 * @param parts what is different now
 */
public record EnrolmentChange(String who, Instant at, Set<EnrolmentPart> parts) implements Change {

    /** What of an enrolment can change; its question is whether to reprobate. */
    public enum EnrolmentPart {
        STATUS, PLAN, QUESTION
    }

    public EnrolmentChange {
        parts = Set.copyOf(parts);
    }
}
