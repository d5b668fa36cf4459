package org.mentorportal.booking;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of what undoing a hold did, in one round trip however long it is: resources are locked meanwhile. */
@Component
class HoldLines {

    private static final String KEEP = """
            insert into hold_line (hold_id, number, service_id, starts_at, student_id, verdict, booking_id, status)
            select :hold, number, service, begins::timestamptz, student, verdict, nullif(booking, 0), nullif(status, '')
            from unnest(:services::bigint[], :starts::text[], :students::bigint[], :verdicts::text[], :bookings::bigint[], :statuses::text[])
                with ordinality as line(service, begins, student, verdict, booking, status, number)
            """;
    private static final String READ = "select * from hold_line where hold_id = :hold order by number";

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;

    HoldLines(JdbcClient jdbc, CatalogueService catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    void keep(HoldId hold, List<RestoreLine> lines) {
        jdbc.sql(KEEP).param("hold", hold.value())
                .param("services", numbers(lines, line -> line.service().id().value())).param("starts", texts(lines, line -> line.start().toString()))
                .param("students", numbers(lines, line -> line.student().value())).param("verdicts", texts(lines, line -> line.verdict().name()))
                .param("bookings", numbers(lines, line -> line.booking() == null ? 0 : line.booking().value()))
                .param("statuses", texts(lines, line -> line.status() == null ? "" : line.status().name())).update();
    }

    private static Long[] numbers(List<RestoreLine> lines, ToLongFunction<RestoreLine> of) {
        return lines.stream().map(of::applyAsLong).toArray(Long[]::new);
    }

    private static String[] texts(List<RestoreLine> lines, Function<RestoreLine, String> of) {
        return lines.stream().map(of).toArray(String[]::new);
    }

    List<RestoreLine> of(HoldId hold) {
        return jdbc.sql(READ).param("hold", hold.value()).query(this::line).list();
    }

    private RestoreLine line(ResultSet row, int number) throws SQLException {
        long booking = row.getLong("booking_id");
        String status = row.getString("status");
        return new RestoreLine(catalogue.current().service(new ServiceId(row.getLong("service_id"))), instant(row, "starts_at"),
                new AccountId(row.getLong("student_id")), Verdict.valueOf(Objects.requireNonNull(row.getString("verdict"))),
                booking == 0 ? null : new BookingId(booking), status == null ? null : BookingStatus.valueOf(status));
    }
}
