package org.mentorportal.mentorship;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of cycles and that of their services, which are written together. */
@Component
class Cycles {

    private static final String SELECT = """
            select c.id, c.name, c.first_day, c.last_day, c.no_show_limit, c.version,
                   array(select s.service_id from cycle_service s where s.cycle_id = c.id) as services
            from cycle c
            """;
    private static final String INSERT = """
            insert into cycle (name, first_day, last_day, no_show_limit) values (:name, :first, :last, :limit) returning id
            """;
    private static final String LEAVE = "delete from cycle_service where cycle_id = :id and service_id <> all(:services)";
    private static final String UPDATE = """
            update cycle set name = :name, first_day = :first, last_day = :last, no_show_limit = :limit, version = version + 1
            where id = :id
            """;
    private static final String JOIN = """
            insert into cycle_service (cycle_id, service_id, first_day, last_day)
            select :id, s, :first, :last from unnest(:services) s on conflict on constraint pk_cycle_service do nothing
            """;
    private static final String ELSEWHERE = """
            select s.service_id, c.name from cycle_service s join cycle c on c.id = s.cycle_id
            where s.cycle_id <> :id and s.service_id = any(:services) and s.first_day <= :last and s.last_day >= :first
            order by s.first_day, s.service_id limit 1
            """;
    private static final long NONE = 0;

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;

    Cycles(JdbcClient jdbc, CatalogueService catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /** The latest first. */
    List<CycleInfo> all() {
        return infos(jdbc.sql(SELECT + "order by c.first_day desc, c.id desc"));
    }

    List<CycleInfo> of(Collection<CycleId> ids) {
        return ids.isEmpty() ? List.of() : infos(jdbc.sql(SELECT + "where c.id = any(:ids)")
                .param("ids", ids.stream().map(CycleId::value).distinct().toArray(Long[]::new)));
    }

    Optional<CycleInfo> find(CycleId id) {
        return of(List.of(id)).stream().findFirst();
    }

    CycleInfo get(CycleId id) {
        return find(id).orElseThrow();
    }

    Optional<CycleInfo> lock(CycleId id) {
        return infos(jdbc.sql(SELECT + "where c.id = :id for update of c").param("id", id.value())).stream().findFirst();
    }

    private List<CycleInfo> infos(JdbcClient.StatementSpec statement) {
        Catalogue current = catalogue.current();
        return statement.query((row, n) -> info(row, current)).list();
    }

    private static CycleInfo info(ResultSet row, Catalogue current) throws SQLException {
        return new CycleInfo(new CycleId(row.getLong("id")), row.getString("name"), row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class), row.getInt("no_show_limit"), services(row.getArray("services"), current),
                row.getInt("version"));
    }

    private static List<ServiceInfo> services(Array ids, Catalogue current) throws SQLException {
        return Arrays.stream((Long[]) ids.getArray()).map(id -> current.service(new ServiceId(id)))
                .sorted(Comparator.comparing(ServiceInfo::name).thenComparing(service -> service.resource().name())
                        .thenComparing(service -> service.id().value())).toList();
    }

    CycleId add(AddCycle cycle) {
        var id = new CycleId(terms(jdbc.sql(INSERT), cycle).query(Long.class).single());
        join(id, cycle);
        return id;
    }

    /** A service leaves before the days change and another joins after: no cycle is in its way that it does not have then. */
    void edit(EditCycle edit) {
        jdbc.sql(LEAVE).param("id", edit.cycle().value()).param("services", numbers(edit.services())).update();
        terms(jdbc.sql(UPDATE), edit).param("id", edit.cycle().value()).update();
        join(edit.cycle(), edit);
    }

    private static JdbcClient.StatementSpec terms(JdbcClient.StatementSpec statement, CycleTerms terms) {
        return statement.param("name", terms.cycleName()).param("first", terms.firstDay()).param("last", terms.lastDay())
                .param("limit", terms.noShowLimit());
    }

    private void join(CycleId id, CycleTerms terms) {
        jdbc.sql(JOIN).param("id", id.value()).param("services", numbers(terms.services())).param("first", terms.firstDay())
                .param("last", terms.lastDay()).update();
    }

    /** A service that belongs to another cycle on some of the days. */
    record Elsewhere(ServiceId service, String cycle) {
    }

    /** @param id the cycle that is edited; null for a new one */
    Optional<Elsewhere> elsewhere(@Nullable CycleId id, CycleTerms terms) {
        return jdbc.sql(ELSEWHERE).param("id", id == null ? NONE : id.value()).param("services", numbers(terms.services()))
                .param("first", terms.firstDay()).param("last", terms.lastDay())
                .query((row, n) -> new Elsewhere(new ServiceId(row.getLong("service_id")), row.getString("name"))).optional();
    }

    private static Long[] numbers(Set<ServiceId> services) {
        return services.stream().map(ServiceId::value).sorted().toArray(Long[]::new);
    }
}
