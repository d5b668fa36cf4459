package org.mentorportal.catalogue.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Approval;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ResourceKind;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Timing;

@Schema(name = "Service")
record ServiceBody(
        @Schema(example = "3") long id,
        @Schema(example = "Volleyball") String name,
        ResourceKind kind,
        Place resource,
        @Schema(example = "60") int durationMinutes,
        @Schema(description = "From one slot to the next, by the wall clock", example = "60") int stepMinutes,
        @Schema(description = "Seats of one slot", example = "1") int capacity,
        @Schema(description = "The most players that one booking may name", example = "12") int players,
        @Schema(description = "Who makes a booking certain") Approval approval,
        @Schema(description = "A student's request is taken until so long before the start", example = "60") int noticeMinutes,
        @Schema(description = "A student's request is taken from so many days before the slot's day", example = "21") int horizonDays,
        StudentLimits limits) {

    /** What the service is booked on: a ground, or a mentor. */
    @Schema(name = "Resource")
    record Place(@Schema(example = "1") long id, @Schema(example = "Ground 1") String name) {
    }

    /** null = no limit. */
    @Schema(name = "Limits", description = "What one student may have of the service; null is no limit")
    record StudentLimits(
            @Schema(description = "A student may cancel or move until so long before the start", example = "120") int cancelDeadlineMinutes,
            @Schema(example = "1") @Nullable Integer perDay,
            @Schema(example = "3") @Nullable Integer perWeek,
            @Schema(description = "Still to come", example = "5") @Nullable Integer atOnce) {
    }

    static ServiceBody of(ServiceInfo service) {
        ResourceInfo resource = service.resource();
        Timing timing = service.timing();
        Limits limits = service.limits();
        return new ServiceBody(service.id().value(), service.name(), resource.kind(), new Place(resource.id().value(), resource.name()),
                timing.duration(), timing.step(), service.capacity(), service.players(), service.approval(), timing.notice(),
                timing.horizon(), new StudentLimits(limits.cancelDeadline(), limits.perDay(), limits.perWeek(), limits.atOnce()));
    }
}
