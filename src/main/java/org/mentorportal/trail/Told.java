package org.mentorportal.trail;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mentorportal.audit.History;
import org.mentorportal.audit.RecordedEvent;
import org.mentorportal.audit.Subject;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ResourceInfo;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.Formats;
import org.mentorportal.shared.Words;

/**
 * What sentences about some events are made of: names as they are now, and everything else as it was then.
 *
 * @param histories of all that the events speak of
 */
record Told(Map<Subject, History> histories, Names names, Catalogue catalogue, Words words, Formats formats) {

    /** What is known of the event's own subject at that event. */
    History own(RecordedEvent event) {
        return at(event.subject(), event).orElseThrow();
    }

    /** Another subject at that event, which the event's own names by id. */
    Optional<History> other(String kind, RecordedEvent event) {
        return own(event).fact(kind).flatMap(id -> at(new Subject(kind, Long.parseLong(id)), event));
    }

    private Optional<History> at(Subject subject, RecordedEvent event) {
        return Optional.ofNullable(histories.get(subject)).flatMap(history -> history.upTo(event.id()));
    }

    String who(RecordedEvent event) {
        return names.of(event.by());
    }

    String account(String id) {
        return names.of(Long.parseLong(id));
    }

    String cycle(String id) {
        return names.ofCycle(Long.parseLong(id));
    }

    String service(long id) {
        return catalogue.find(new ServiceId(id)).map(ServiceInfo::title).orElse("#" + id);
    }

    String resource(long id) {
        return catalogue.find(new ResourceId(id)).map(ResourceInfo::name).orElse("#" + id);
    }

    /** Of a booking or a session: what and where. */
    String place(History slot) {
        return service(slot.number("service"));
    }

    /** The same: when. The sessions of the first days do not say their end. */
    String when(History slot) {
        Instant start = slot.moment("start");
        return slot.fact("end").map(end -> formats.daySpan(start, Instant.parse(end))).orElseGet(() -> formats.dayTime(start));
    }
}
