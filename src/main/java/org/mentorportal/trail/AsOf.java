package org.mentorportal.trail;

import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.mentorportal.audit.History;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How things stood at a past moment, rebuilt from the trail alone; what happened at that very moment is included. */
@Service
public class AsOf {

    private static final String BOOKINGS_OF_RESOURCE = """
            select subject_id from audit_event where subject_type = 'booking' and seq = 1 and at <= :moment
              and position(chr(10) || 'fact.resource=' || :resource || chr(10) in canonical) > 0
            """;

    private final Histories histories;
    private final TrailReader reader;
    private final JdbcClient jdbc;

    AsOf(Histories histories, TrailReader reader, JdbcClient jdbc) {
        this.histories = histories;
        this.reader = reader;
        this.jdbc = jdbc;
    }

    /** Nothing if it was not made yet, or is not the reader's to know of. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<BookingThen> booking(BookingId booking, Instant moment) {
        return readable(new Subject("booking", booking.value()), moment).map(BookingThen::of);
    }

    /** Nothing if it was not made yet, or is not the reader's to know of. */
    @PermitAll
    @Transactional(readOnly = true)
    public Optional<EnrolmentThen> enrolment(EnrolmentId enrolment, Instant moment) {
        return readable(new Subject("enrolment", enrolment.value()), moment).map(EnrolmentThen::of);
    }

    private Optional<History> readable(Subject subject, Instant moment) {
        return reader.events(TrailFilter.about(subject), null, 1).isEmpty() ? Optional.empty()
                : Optional.ofNullable(histories.of(List.of(subject)).get(subject)).flatMap(history -> history.at(moment));
    }

    /** Every booking that there was on {@code resource}, whatever had become of it, by start; none if it is not the reader's to know of. */
    @PermitAll
    @Transactional(readOnly = true)
    public List<BookingThen> bookingsOf(ResourceId resource, Instant moment) {
        if (reader.events(TrailFilter.about(new Subject("resource", resource.value())), null, 1).isEmpty()) {
            return List.of();
        }
        List<Subject> made = jdbc.sql(BOOKINGS_OF_RESOURCE).param("moment", SqlTime.utc(moment))
                .param("resource", Long.toString(resource.value())).query(Long.class).list().stream().map(id -> new Subject("booking", id)).toList();
        return histories.of(made).values().stream().flatMap(history -> history.at(moment).stream()).map(BookingThen::of)
                .sorted(Comparator.comparing(BookingThen::start).thenComparing(then -> then.id().value())).toList();
    }
}
