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
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What students are to the cycles of services, in one statement; a service that is in no cycle is left out. */
@Component
class Memberships {

    private static final String SELECT = """
            select asked.student, cs.service_id, c.name, c.first_day, c.last_day, e.id as enrolment_id, s.hold_id, s.kind, s.begun_at,
                   (select a.display_name from account a where a.id = e.lead_mentor_id) as lead
            from cycle_service cs join cycle c on c.id = cs.cycle_id cross join %s asked (student)
            left join enrolment e on e.cycle_id = c.id and e.student_id = asked.student
            left join suspension s on s.enrolment_id = e.id and s.ended_at is null
            where %s order by asked.student, cs.service_id, c.last_day desc
            """;
    private static final String OFFERED = "cs.service_id in (select id from service where resource_id = %s)";
    /** By plain values where there is one: of arrays the database does not know how many they hold, and plans anew each time. */
    private static final String OF_SERVICE = SELECT.formatted("(select :student::bigint)", "cs.service_id = :service");
    private static final String OF_RESOURCE = SELECT.formatted("(select :student::bigint)", OFFERED.formatted(":resource"));
    private static final String OF_MANY = SELECT.formatted("unnest(:students)", OFFERED.formatted("any(:resources)"));

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
        return found(jdbc.sql(OF_SERVICE).param("student", student.value()).param("service", service.value())).stream().findFirst();
    }

    /** Of all services of {@code resources}. */
    List<OfService> of(Collection<AccountId> students, Collection<ResourceId> resources) {
        return found(students.size() == 1 && resources.size() == 1
                ? jdbc.sql(OF_RESOURCE).param("student", students.iterator().next().value()).param("resource", resources.iterator().next().value())
                : jdbc.sql(OF_MANY).param("students", students.stream().map(AccountId::value).toArray(Long[]::new))
                        .param("resources", resources.stream().map(ResourceId::value).toArray(Long[]::new)));
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
