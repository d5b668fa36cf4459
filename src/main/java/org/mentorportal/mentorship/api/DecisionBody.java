package org.mentorportal.mentorship.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.api.Versioned;

/** What was, or in a preview would be, decided about an enrolment; what does not apply is left out. */
@Schema(name = "EnrolmentDecision")
@Versioned
@JsonInclude(JsonInclude.Include.NON_NULL)
record DecisionBody(
        @Schema(description = "As it is now") EnrolmentBody enrolment,
        @Schema(description = "Only if somebody did it before, so that nothing changed") @Nullable Before already,
        @Schema(description = "By a suspension, by start") @Nullable List<CancelledBody> cancelled,
        @Schema(description = "By a suspension's end or the weekly plan, by start: what came back or was made, what not and why")
        @Nullable List<TimeBody> lines) {

    @Schema(name = "DoneBefore")
    record Before(@Schema(example = "Mira Vidal") String by, OffsetDateTime at) {
    }

    static DecisionBody ofCancelled(EnrolmentBody enrolment, List<CancelledBody> cancelled) {
        return new DecisionBody(enrolment, null, cancelled, null);
    }

    static DecisionBody ofLines(EnrolmentBody enrolment, List<TimeBody> lines) {
        return new DecisionBody(enrolment, null, null, lines);
    }

    static DecisionBody ofNothing(EnrolmentBody enrolment) {
        return new DecisionBody(enrolment, null, null, null);
    }

    static DecisionBody ofBefore(EnrolmentBody enrolment, Before already) {
        return new DecisionBody(enrolment, already, null, null);
    }
}
