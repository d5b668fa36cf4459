package org.mentorportal.mentorship;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.HoldId;
import org.mentorportal.booking.Holds;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.session.Mark;
import org.mentorportal.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers everything about one enrolment. */
@Component
class MenteePages {

    private static final String PLAN = """
            select service_id, weekday, time_of_day from plan_entry where enrolment_id = :enrolment order by weekday, time_of_day, service_id
            """;
    /** Also what was missed in a service that has left the cycle since. */
    private static final String HISTORY = """
            select b.id, b.service_id, b.starts_at, b.ends_at, b.status, coalesce(b.hold_id = :hold::bigint, false) as held,
                   r.mark, marked.display_name as marked_by, r.marked_role, r.marked_at
            from booking b left join reservation r on r.booking_id = b.id left join account marked on marked.id = r.marked_by
            where b.student_id = :student and ((b.service_id = any(:services) and b.day between :first and :last)
              or exists (select 1 from warning w where w.booking_id = b.id and w.enrolment_id = :enrolment))
            order by b.starts_at desc, b.id desc
            """;
    private static final String PAST = """
            select s.id, s.hold_id, s.kind, s.reason, begun.display_name as begun_by, s.begun_role, s.begun_at,
                   ended.display_name as ended_by, s.ended_at
            from suspension s join account begun on begun.id = s.begun_by join account ended on ended.id = s.ended_by
            where s.enrolment_id = :enrolment order by s.id desc
            """;

    private final JdbcClient jdbc;
    private final Holds holds;
    private final WarningReader warnings;
    private final CatalogueService catalogue;

    MenteePages(JdbcClient jdbc, Holds holds, WarningReader warnings, CatalogueService catalogue) {
        this.jdbc = jdbc;
        this.holds = holds;
        this.warnings = warnings;
        this.catalogue = catalogue;
    }

    MenteePage of(EnrolmentDetails enrolment) {
        SuspensionDetails open = enrolment.suspension();
        return new MenteePage(enrolment, plan(enrolment.id()), history(enrolment), warnings.of(enrolment.id()), held(open),
                past(enrolment.id()));
    }

    private List<BookingDetails> held(@Nullable SuspensionDetails open) {
        return open == null ? List.of() : holds.heldBy(open.hold());
    }

    private List<PlanEntry> plan(EnrolmentId enrolment) {
        Catalogue current = catalogue.current();
        return jdbc.sql(PLAN).param("enrolment", enrolment.value())
                .query((row, n) -> new PlanEntry(current.service(new ServiceId(row.getLong("service_id"))), DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("time_of_day", LocalTime.class))).list();
    }

    private List<MenteeBooking> history(EnrolmentDetails enrolment) {
        Catalogue current = catalogue.current();
        CycleInfo cycle = enrolment.cycle();
        SuspensionDetails open = enrolment.suspension();
        return jdbc.sql(HISTORY).param("enrolment", enrolment.id().value()).param("student", enrolment.student().value())
                .param("services", cycle.serviceIds().stream().map(ServiceId::value).toArray(Long[]::new))
                .param("first", cycle.firstDay()).param("last", cycle.lastDay()).param("hold", open == null ? null : open.hold().value())
                .query((row, n) -> booking(row, current)).list();
    }

    private static MenteeBooking booking(ResultSet row, Catalogue current) throws SQLException {
        String mark = row.getString("mark");
        String role = row.getString("marked_role");
        OffsetDateTime at = row.getObject("marked_at", OffsetDateTime.class);
        return new MenteeBooking(new BookingId(row.getLong("id")), current.service(new ServiceId(row.getLong("service_id"))),
                instant(row, "starts_at"), instant(row, "ends_at"), BookingStatus.valueOf(row.getString("status")), row.getBoolean("held"),
                mark == null ? null : Mark.valueOf(mark), row.getString("marked_by"), role == null ? null : Role.valueOf(role),
                at == null ? null : at.toInstant());
    }

    private List<PastSuspension> past(EnrolmentId enrolment) {
        return jdbc.sql(PAST).param("enrolment", enrolment.value()).query((row, n) -> ended(row)).list().stream()
                .map(ended -> new PastSuspension(ended, holds.linesOf(ended.hold()))).toList();
    }

    private static SuspensionDetails ended(ResultSet row) throws SQLException {
        return new SuspensionDetails(new SuspensionId(row.getLong("id")), new HoldId(row.getLong("hold_id")),
                SuspensionKind.valueOf(row.getString("kind")), row.getString("reason"), row.getString("begun_by"),
                Role.valueOf(row.getString("begun_role")), instant(row, "begun_at"), row.getString("ended_by"), instant(row, "ended_at"));
    }
}
