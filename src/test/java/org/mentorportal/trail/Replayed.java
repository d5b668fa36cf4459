package org.mentorportal.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.mentorportal.audit.History;
import org.mentorportal.audit.Subject;
import org.mentorportal.booking.BookingDeeds;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingStatus;
import org.mentorportal.booking.HoldId;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.mentorship.CycleId;
import org.mentorportal.mentorship.EnrolmentId;
import org.mentorportal.mentorship.EnrolmentStatus;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.SqlTime;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replays the trail of rows and compares what comes of it with the rows; each change must have had exactly one event. */
public final class Replayed {

    private static final String BOOKINGS = """
            select id, service_id, resource_id, student_id, starts_at, ends_at, occupied_from, occupied_to, seat, capacity, one_per_day, players, status,
                   version, hold_id, held_status, given_up_hold_id, requested_by, requested_at, approved_by, approved_at, ended_by, ended_at
            from booking where id = any(:ids)
            """;
    private static final String ENROLMENTS = """
            select e.id, e.cycle_id, e.student_id, e.lead_mentor_id, e.status, e.version, e.declined_at, s.id as suspension, s.begun_by, s.begun_at,
                   array(select p.service_id || ' ' || (array['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'])[p.weekday]
                           || ' ' || to_char(p.time_of_day, 'HH24:MI')
                         from plan_entry p where p.enrolment_id = e.id order by p.weekday, p.time_of_day, p.service_id) as plan
            from enrolment e left join suspension s on s.enrolment_id = e.id and s.ended_at is null where e.id = any(:ids)
            """;

    private final Histories histories;
    private final JdbcClient jdbc;

    public Replayed(ApplicationContext context) {
        this.histories = context.getBean(Histories.class);
        this.jdbc = context.getBean(JdbcClient.class);
    }

    public List<String> differences(Collection<Long> bookings, Collection<Long> enrolments) {
        var differences = new ArrayList<String>();
        compare("booking", bookings, differences, jdbc.sql(BOOKINGS).param("ids", bookings.toArray(Long[]::new)).query((row, n) -> booking(row)).list(),
                then -> then.id().value(), BookingThen::version, BookingThen::of);
        compare("enrolment", enrolments, differences, jdbc.sql(ENROLMENTS).param("ids", enrolments.toArray(Long[]::new)).query((row, n) -> enrolment(row)).list(),
                then -> then.id().value(), EnrolmentThen::version, EnrolmentThen::of);
        return differences;
    }

    private <T> void compare(String kind, Collection<Long> ids, List<String> differences, List<T> rows, ToLongFunction<T> id,
                             ToIntFunction<T> version, Function<History, T> replay) {
        Map<Subject, History> chains = histories.of(ids.stream().map(one -> new Subject(kind, one)).toList());
        for (T row : rows) {
            History chain = chains.get(new Subject(kind, id.applyAsLong(row)));
            if (chain == null || chain.events().size() != version.applyAsInt(row)) {
                differences.add(row + " has " + (chain == null ? 0 : chain.events().size()) + " events");
            } else if (!replay.apply(chain).equals(row)) {
                differences.add("stored:   " + row + "\nreplayed: " + replay.apply(chain));
            }
        }
    }

    private static BookingThen booking(ResultSet row) throws SQLException {
        Optional<Long> hold = number(row, "hold_id");
        return new BookingThen(new BookingId(row.getLong("id")), new ServiceId(row.getLong("service_id")), new ResourceId(row.getLong("resource_id")),
                new AccountId(row.getLong("student_id")), SqlTime.instant(row, "starts_at"), SqlTime.instant(row, "ends_at"),
                SqlTime.instant(row, "occupied_from"), SqlTime.instant(row, "occupied_to"), row.getInt("seat"), row.getInt("capacity"),
                row.getBoolean("one_per_day"), row.getInt("players"), BookingStatus.valueOf(row.getString("status")), row.getInt("version"),
                hold.map(HoldId::new).orElse(null), hold.isEmpty() ? null : BookingStatus.valueOf(row.getString("held_status")),
                number(row, "given_up_hold_id").map(HoldId::new).orElse(null), new BookingDeeds.Deed(new AccountId(row.getLong("requested_by")),
                SqlTime.instant(row, "requested_at")), deed(row, "approved"), deed(row, "ended"));
    }

    private static EnrolmentThen enrolment(ResultSet row) throws SQLException {
        Optional<Long> pause = number(row, "suspension");
        return new EnrolmentThen(new EnrolmentId(row.getLong("id")), new CycleId(row.getLong("cycle_id")), new AccountId(row.getLong("student_id")),
                new AccountId(row.getLong("lead_mentor_id")), EnrolmentStatus.valueOf(row.getString("status")), row.getInt("version"),
                Arrays.asList((String[]) row.getArray("plan").getArray()), moment(row, "declined_at"), pause.isEmpty() ? null
                : new EnrolmentThen.Pause(pause.get(), new AccountId(row.getLong("begun_by")), SqlTime.instant(row, "begun_at")));
    }

    private static BookingDeeds.@Nullable Deed deed(ResultSet row, String what) throws SQLException {
        Instant at = moment(row, what + "_at");
        return at == null ? null : new BookingDeeds.Deed(number(row, what + "_by").map(AccountId::new).orElse(null), at);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : SqlTime.instant(row, column);
    }

    private static Optional<Long> number(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }
}
