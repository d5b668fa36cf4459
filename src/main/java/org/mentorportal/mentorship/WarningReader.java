package org.mentorportal.mentorship;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Warnings with the session that was missed. */
@Component
class WarningReader {

    private static final String SELECT = """
            select w.id, w.enrolment_id, w.booking_id, b.service_id, b.starts_at, b.ends_at, w.status, raised.display_name as raised_by,
                   w.raised_at, w.led_to, w.settled_by, w.answer, w.answered_at, w.version
            from warning w join booking b on b.id = w.booking_id join account raised on raised.id = w.raised_by
            """;

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;

    WarningReader(JdbcClient jdbc, CatalogueService catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** The latest session first. */
    List<WarningDetails> of(EnrolmentId enrolment) {
        return details(jdbc.sql(SELECT + "where w.enrolment_id = :id order by b.starts_at desc, w.id desc").param("id", enrolment.value()));
    }

    WarningDetails get(WarningId id) {
        return details(jdbc.sql(SELECT + "where w.id = :id").param("id", id.value())).getFirst();
    }

    Optional<WarningDetails> of(BookingId booking) {
        return details(jdbc.sql(SELECT + "where w.booking_id = :id").param("id", booking.value())).stream().findFirst();
    }

    private List<WarningDetails> details(JdbcClient.StatementSpec statement) {
        Catalogue current = catalogue.current();
        return statement.query((row, n) -> details(row, current)).list();
    }

    private static WarningDetails details(ResultSet row, Catalogue current) throws SQLException {
        Long ledTo = row.getObject("led_to", Long.class);
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        return new WarningDetails(new WarningId(row.getLong("id")), new EnrolmentId(row.getLong("enrolment_id")),
                new BookingId(row.getLong("booking_id")), current.service(new ServiceId(row.getLong("service_id"))), instant(row, "starts_at"),
                instant(row, "ends_at"), state(row), row.getString("raised_by"), instant(row, "raised_at"),
                ledTo == null ? null : new SuspensionId(ledTo), row.getString("answer"), answered == null ? null : answered.toInstant(),
                row.getInt("version"));
    }

    private static WarningDetails.State state(ResultSet row) throws SQLException {
        if (Warning.Status.valueOf(row.getString("status")) == Warning.Status.WITHDRAWN) {
            return WarningDetails.State.WITHDRAWN;
        }
        return row.getObject("settled_by") == null ? WarningDetails.State.COUNTS : WarningDetails.State.SETTLED;
    }
}
