package org.mentorportal.mentorship;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;

/**
 * A student's membership in a cycle, as its people see it.
 *
 * @param leadName        whom the mentee asks
 * @param suspension      the one that holds, or null
 * @param warnings        how many count; the cycle says at how many the lead mentor is asked
 * @param questionOpen    whether the lead mentor is to decide about a reprobation now
 * @param groundWithdrawn whether a no-show that led to the suspension that holds has been taken back since
 * @param actions         what the person who asks may do now
 */
public record EnrolmentDetails(EnrolmentId id, CycleInfo cycle, AccountId student, String studentName, AccountId lead, String leadName,
                               EnrolmentStatus status, @Nullable SuspensionDetails suspension, int warnings, boolean questionOpen,
                               boolean groundWithdrawn, Instant enrolledAt, Set<EnrolmentAction> actions, int version) {

    public EnrolmentDetails {
        actions = Set.copyOf(actions);
    }

    EnrolmentRights.People people() {
        return new EnrolmentRights.People(student, lead);
    }

    /** How many more no-shows until the lead mentor is asked; 0 = asked now or at the next one. */
    public int untilLimit() {
        return Math.max(0, cycle.noShowLimit() - warnings);
    }
}
