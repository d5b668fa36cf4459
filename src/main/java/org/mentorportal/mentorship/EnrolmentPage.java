package org.mentorportal.mentorship;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of many enrolments, the newest first.
 *
 * @param last the enrolment after which the next page goes on; null if there is none
 */
public record EnrolmentPage(List<EnrolmentDetails> enrolments, @Nullable EnrolmentId last) {
}
