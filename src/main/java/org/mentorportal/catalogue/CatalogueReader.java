package org.mentorportal.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The catalogue, or some resources of it, in one statement, so that no half of a change is read. By SQL and not as entities:
 * inside a command it reads what is committed now, on the connection at hand, whatever the command has read before.
 */
@Component
class CatalogueReader {

    private static final String ALL = """
            select r.id as resource, r.kind, r.name as resource_name, r.account_id, s.id, s.name, s.duration, s.step,
                   s.buffer_before, s.buffer_after, s.notice, s.horizon, s.opens_at, s.capacity, s.players, s.approval,
                   s.cancel_deadline, s.per_day, s.per_week, s.at_once, s.retired, s.version,
                   h.weekday, h.opens, h.closes, h.valid_from, h.valid_until
            from resource r
            left join service s on s.resource_id = r.id
            left join opening_hours h on h.service_id = s.id
            """;
    private static final String SOME = ALL + "where r.id = any(:resources)";

    private final JdbcClient jdbc;

    CatalogueReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Catalogue all() {
        return found(jdbc.sql(ALL));
    }

    /** Only {@code resources}, with their services. */
    Catalogue of(Collection<ResourceId> resources) {
        return found(jdbc.sql(SOME).param("resources", resources.stream().map(ResourceId::value).toArray(Long[]::new)));
    }

    private static Catalogue found(JdbcClient.StatementSpec statement) {
        var found = new Found();
        statement.query(found::add);
        return found.catalogue();
    }

    /** Gathers rows: a resource comes once for each window of each of its services, or once without any. */
    private static final class Found {

        private final Map<Long, ResourceInfo> resources = new LinkedHashMap<>();
        private final Map<Long, ServiceInfo> services = new LinkedHashMap<>();
        private final Map<Long, List<Hours>> hours = new LinkedHashMap<>();

        void add(ResultSet row) throws SQLException {
            long resource = row.getLong("resource");
            if (!resources.containsKey(resource)) {
                resources.put(resource, resource(row));
            }
            Long service = row.getObject("id", Long.class);
            if (service == null) {
                return;
            }
            if (!services.containsKey(service)) {
                services.put(service, service(row, resources.get(resource)));
            }
            if (row.getObject("weekday") != null) {
                hours.computeIfAbsent(service, id -> new ArrayList<>()).add(hours(row));
            }
        }

        private static ResourceInfo resource(ResultSet row) throws SQLException {
            return new ResourceInfo(new ResourceId(row.getLong("resource")), ResourceKind.valueOf(row.getString("kind")),
                    row.getString("resource_name"), Optional.ofNullable(row.getObject("account_id", Long.class)).map(AccountId::new).orElse(null));
        }

        private static ServiceInfo service(ResultSet row, ResourceInfo resource) throws SQLException {
            var timing = new Timing(row.getInt("duration"), row.getInt("step"), row.getInt("buffer_before"), row.getInt("buffer_after"),
                    row.getInt("notice"), row.getInt("horizon"), row.getObject("opens_at", LocalTime.class));
            var limits = new Limits(row.getInt("cancel_deadline"), most(row, "per_day"), most(row, "per_week"), most(row, "at_once"));
            return new ServiceInfo(new ServiceId(row.getLong("id")), resource, row.getString("name"), timing, row.getInt("capacity"),
                    row.getInt("players"), Approval.valueOf(row.getString("approval")), limits, row.getBoolean("retired"), List.of(),
                    row.getInt("version"));
        }

        private static @Nullable Integer most(ResultSet row, String column) throws SQLException {
            return row.getObject(column, Integer.class);
        }

        private static Hours hours(ResultSet row) throws SQLException {
            return new Hours(DayOfWeek.of(row.getInt("weekday")), row.getObject("opens", LocalTime.class),
                    row.getObject("closes", LocalTime.class), row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_until", LocalDate.class));
        }

        Catalogue catalogue() {
            return new Catalogue(resources.values(), services.entrySet().stream()
                    .map(service -> service.getValue().withHours(hours.getOrDefault(service.getKey(), List.of()))).toList());
        }
    }
}
