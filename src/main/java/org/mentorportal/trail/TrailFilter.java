package org.mentorportal.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.Subject;
import org.mentorportal.shared.PlainText;

/**
 * Which events are wanted; null or empty for any.
 *
 * @param subject of it, and of what belongs to it: a booking's place and warning, an enrolment's warnings, a session's places
 * @param person  part of the name of somebody who did it, or whom it is about
 * @param kind    of their subjects
 * @param from    the first moment
 * @param to      the first moment that is not wanted any more
 * @param command the name of the command that did it
 */
public record TrailFilter(@Nullable Subject subject, String person, @Nullable String kind, @Nullable Instant from, @Nullable Instant to,
                          @Nullable String command) {

    public static final TrailFilter ALL = new TrailFilter(null, "", null, null, null, null);

    public TrailFilter {
        person = PlainText.of(person);
    }

    public static TrailFilter about(Subject subject) {
        return new TrailFilter(subject, "", null, null, null, null);
    }
}
