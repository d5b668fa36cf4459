package org.mentorportal.trail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.mentorship.CycleId;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.shared.AccountId;

/**
 * An enrolment as it stood at a past moment, by its trail alone.
 *
 * @param plan     "service weekday time" of each, as the trail has them
 * @param declined when its lead mentor last decided against a reprobation
 * @param pause    what suspends it
 */
public record EnrolmentThen(EnrolmentId id, CycleId cycle, AccountId student, AccountId lead, EnrolmentStatus status, int version,
                            List<String> plan, @Nullable Instant declined, @Nullable Pause pause) {

    /** @param suspension its id */
    public record Pause(long suspension, AccountId by, Instant since) {
    }

    static EnrolmentThen of(History history) {
        Instant declined = null;
        Pause pause = null;
        for (RecordedEvent event : history.events()) {
            if (event.command().equals("DeclineReprobation")) {
                declined = event.at();
            }
            if (event.facts().containsKey("suspension")) {
                pause = event.to().equals(EnrolmentStatus.ACTIVE.name()) ? null
                        : new Pause(Long.parseLong(event.facts().get("suspension")), event.by().account(), event.at());
            }
        }
        return new EnrolmentThen(new EnrolmentId(history.first().subject().id()), new CycleId(history.number("cycle")),
                new AccountId(history.number("student")), new AccountId(history.number("lead")), EnrolmentStatus.valueOf(history.last().to()),
                history.last().seq(), history.fact("plan").map(plan -> List.of(plan.split(","))).orElse(List.of()), declined, pause);
    }
}
