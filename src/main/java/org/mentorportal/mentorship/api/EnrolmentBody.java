package org.mentorportal.mentorship.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.mentorship.SuspensionKind;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.api.Versioned;

@Schema(name = "Enrolment")
@Versioned
record EnrolmentBody(
        @Schema(example = "31") long id,
        EnrolmentStatus status,
        @Schema(description = "Grows with every change of the enrolment; the ETag", example = "2") int version,
        InCycle cycle,
        Member student,
        @Schema(description = "The lead mentor, who decides and whom the mentee asks") Member lead,
        @Schema(description = "The pause that holds; null if it is ACTIVE") @Nullable Paused suspension,
        @Schema(description = "How many no-shows count", example = "2") int warnings,
        @Schema(description = "At how many the lead mentor is asked", example = "3") int limit,
        @Schema(description = "The lead mentor is to decide now") boolean questionOpen,
        OffsetDateTime enrolledAt) {

    @Schema(name = "EnrolmentCycle")
    record InCycle(@Schema(example = "2") long id, @Schema(example = "Autumn mentoring") String name,
                   @Schema(example = "2026-09-14") LocalDate firstDay, @Schema(example = "2026-12-18") LocalDate lastDay) {
    }

    @Schema(name = "EnrolmentPerson")
    record Member(@Schema(example = "17") long id, @Schema(example = "Leo Marín") String name) {
    }

    @Schema(name = "EnrolmentSuspension")
    record Paused(@Schema(example = "5") long id, SuspensionKind kind, OffsetDateTime since,
                  @Schema(description = "Who began it", example = "Mira Vidal") String by,
                  @Schema(description = "In which role") Role role,
                  @Schema(description = "Null if the mentee gave none for their own unsubscribing", example = "Three no-shows") @Nullable String reason) {
    }
}
