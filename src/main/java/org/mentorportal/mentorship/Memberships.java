package org.mentorportal.mentorship;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.HoldId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What students are to the cycles of services, in one statement; a service that is in no cycle is left out. */
@Component
class Memberships {

    private static final String SELECT = """
            select asked.student, cs.service_id, c.name, c.first_day, c.last_day, e.id as enrolment_id, s.hold_id, s.kind, s.begun_at,
                   lead.display_name as lead
            from cycle_service cs join cycle c on c.id = cs.cycle_id cross join %s asked (student)
            left join enrolment e on e.cycle_id = c.id and e.student_id = asked.student
            left join suspension s on s.enrolment_id = e.id and s.ended_at is null
            left join account lead on lead.id = e.lead_mentor_id
            where cs.service_id = %s order by asked.student, cs.service_id, c.last_day desc
            """;
    private static final String MANY = SELECT.formatted("unnest(:students)", "any(:services)");
    /** By equality, so that the planner reads by key: of an array it expects so many rows that it reads all accounts. */
    private static final String ONE = SELECT.formatted("(select :student::bigint)", ":service");

    private final JdbcClient jdbc;

    Memberships(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param cycles of the service, the last first; at least one */
    record OfService(AccountId student, ServiceId service, List<Membership> cycles) {

        /** There is at most one: a service is in one cycle at a time. */
        Optional<Membership> covering(LocalDate day) {
            return cycles.stream().filter(cycle -> !day.isBefore(cycle.first) && !day.isAfter(cycle.last)).findFirst();
        }
    }

    record Membership(String cycle, LocalDate first, LocalDate last, boolean enrolled, @Nullable Pause pause) {
    }

    record Pause(HoldId hold, SuspensionKind kind, Instant since, String lead) {
    }

    private record Key(AccountId student, ServiceId service) {
    }

    Optional<OfService> of(AccountId student, ServiceId service) {
        return found(jdbc.sql(ONE).param("student", student.value()).param("service", service.value())).stream().findFirst();
    }

    List<OfService> of(Collection<AccountId> students, Collection<ServiceId> services) {
        return found(jdbc.sql(MANY).param("students", students.stream().map(AccountId::value).toArray(Long[]::new))
                .param("services", services.stream().map(ServiceId::value).toArray(Long[]::new)));
    }

    private static List<OfService> found(JdbcClient.StatementSpec statement) {
        Map<Key, List<Membership>> found = new LinkedHashMap<>();
        statement.query(row -> {
            found.computeIfAbsent(new Key(new AccountId(row.getLong("student")), new ServiceId(row.getLong("service_id"))),
                    key -> new ArrayList<>()).add(membership(row));
        });
        return found.entrySet().stream().map(one -> new OfService(one.getKey().student, one.getKey().service, one.getValue())).toList();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(row.getString("name"), row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class),
                row.getObject("enrolment_id") != null, row.getObject("hold_id") == null ? null
                : new Pause(new HoldId(row.getLong("hold_id")), SuspensionKind.valueOf(row.getString("kind")), instant(row, "begun_at"),
                        row.getString("lead")));
    }
}
