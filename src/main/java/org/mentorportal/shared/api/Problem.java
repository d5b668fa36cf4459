package org.mentorportal.shared.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a call came to nothing (RFC 9457); what is null is left out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        @Schema(description = "Stable: tells one kind of problem from another", example = "urn:mentor-portal:problem:slot-taken")
        URI type,
        @Schema(example = "Slot taken")
        String title,
        @Schema(example = "409")
        int status,
        @Schema(description = "For people: what happened and what to do next",
                example = "This slot was just booked by another student. Please choose another time slot.")
        String detail,
        @Schema(description = "The rule that said no", example = "SLOT_TAKEN")
        @Nullable String rule,
        @Schema(description = "After a lost slot: up to three others, the nearest in time")
        @Nullable List<Span> nearestFree,
        @Schema(description = "After a stale If-Match: the version now", example = "3")
        @Nullable Integer version,
        @Schema(description = "After a stale If-Match: what was changed meanwhile, the oldest first")
        @Nullable List<Change> changes,
        @Schema(description = "Seconds after which to try again, as in the Retry-After header", example = "1")
        @Nullable Long retryAfter,
        @Schema(description = "After a fault of the portal: the number to tell the school", example = "4f0c11d2")
        @Nullable String reference) {

    /** A slot's time. */
    @Schema(name = "Span")
    public record Span(OffsetDateTime start, OffsetDateTime end) {
    }

    /** What somebody changed. */
    @Schema(name = "Change")
    public record Change(@Schema(example = "Mira Vidal") String who, OffsetDateTime at,
                         @Schema(example = "[\"PLAYERS\"]") Set<String> parts) {
    }

    public Problem withNearestFree(List<Span> free) {
        return new Problem(type, title, status, detail, rule, free, version, changes, retryAfter, reference);
    }

    public Problem withChanges(int now, List<Change> since) {
        return new Problem(type, title, status, detail, rule, nearestFree, now, since, retryAfter, reference);
    }

    Problem withReference(String number) {
        return new Problem(type, title, status, detail, rule, nearestFree, version, changes, retryAfter, number);
    }
}
