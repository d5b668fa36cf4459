package org.mentorportal.mentorship;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import org.mentorportal.audit.AuditEvent;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.PlannedTime;
import org.mentorportal.command.CommandRun;
import org.mentorportal.shared.By;

/** What the trail keeps of enrolments and of warnings. */
final class EnrolmentHistory {

    private EnrolmentHistory() {
    }

    static Subject subject(EnrolmentId enrolment) {
        return new Subject("enrolment", enrolment.value());
    }

    /** Of a change that was flushed, so that the enrolment has its new version. */
    static AuditEvent event(Enrolment enrolment, EnrolmentStatus before, By by, CommandRun run) {
        return run.event(by, subject(enrolment.id()), enrolment.version(), before.name(), enrolment.status().name());
    }

    static AuditEvent event(Warning warning, Warning.Status before, By by, CommandRun run) {
        return run.event(by, subject(warning.id()), warning.version(), before.name(), warning.status().name());
    }

    static Subject subject(WarningId warning) {
        return new Subject("warning", warning.value());
    }

    static Map<String, ?> suspensionFacts(Suspension suspension) {
        return Map.of("suspension", suspension.id(), "kind", suspension.kind(), "hold", suspension.hold().value());
    }

    static Map<String, ?> planFacts(List<PlannedTime> times) {
        return Map.of("plan", times.stream().map(time -> time.service() + " " + time.weekday() + " " + time.time()).collect(joining(",")));
    }
}
