package org.mentorportal.booking;

import static java.util.Comparator.naturalOrder;
import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentorportal.booking.BoardState.Closed;
import org.mentorportal.booking.BoardState.Occupied;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads boards: however many of them, in one statement. */
@Component
class BoardReader {

    /** A day on either side covers the longest duration with its buffers and lets the index by start be used. */
    private static final String BOARDS = """
            with board as (
              select n, resource, "from"::timestamptz as "from", "to"::timestamptz as "to"
              from unnest(:resources::bigint[], :froms::text[], :tos::text[]) with ordinality as b(resource, "from", "to", n))
            select k.n, b.service_id, b.starts_at, b.occupied_from as "from", b.occupied_to as "to", count(*) as seats,
                   null as closed
            from board k join booking b on b.resource_id = k.resource and b.status in ('PENDING', 'APPROVED')
              and b.starts_at > k."from" - interval '1 day' and b.starts_at < k."to" + interval '1 day'
              and b.occupied_from < k."to" and b.occupied_to > k."from"
            group by k.n, b.service_id, b.starts_at, b.occupied_from, b.occupied_to
            union all
            select k.n, null, null, c.starts_at, c.ends_at, null, c.reason
            from board k join closure c on c.lifted_at is null and (c.resource_id is null or c.resource_id = k.resource)
              and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(k."from", k."to", '[)')
            order by 1, 4, 2
            """;

    private static final String OWN = """
            select student_id, id, service_id, starts_at, ends_at, day, status from booking
            where student_id = any(:students) and status in ('PENDING', 'APPROVED') and ends_at > :from
            order by starts_at
            """;

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;
    private final List<BookingRule> outside;
    private final Clock clock;

    /** @param outside the rules of higher modules */
    BoardReader(JdbcClient jdbc, CatalogueService catalogue, List<BookingRule> outside, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.outside = outside;
        this.clock = clock;
    }

    /** The state of each board, in one statement. */
    Map<BoardKey, BoardState> states(Collection<BoardKey> keys) {
        List<BoardKey> boards = List.copyOf(keys);
        Map<BoardKey, List<Occupied>> occupied = new HashMap<>();
        Map<BoardKey, List<Closed>> closed = new HashMap<>();
        jdbc.sql(BOARDS)
                .param("resources", boards.stream().map(key -> key.resource().value()).toArray(Long[]::new))
                .param("froms", boards.stream().map(key -> key.from(clock.getZone()).toString()).toArray(String[]::new))
                .param("tos", boards.stream().map(key -> key.until(clock.getZone()).toString()).toArray(String[]::new))
                .query(row -> {
                    BoardKey key = boards.get(row.getInt("n") - 1);
                    if (row.getString("closed") == null) {
                        occupied.computeIfAbsent(key, k -> new ArrayList<>()).add(occupied(row));
                    } else {
                        closed.computeIfAbsent(key, k -> new ArrayList<>()).add(
                                new Closed(instant(row, "from"), instant(row, "to"), row.getString("closed")));
                    }
                });
        return boards.stream().distinct().collect(Collectors.toMap(Function.identity(),
                key -> new BoardState(occupied.getOrDefault(key, List.of()), closed.getOrDefault(key, List.of()))));
    }

    private static Occupied occupied(ResultSet row) throws SQLException {
        return new Occupied(new ServiceId(row.getLong("service_id")), instant(row, "starts_at"), instant(row, "from"),
                instant(row, "to"), row.getInt("seats"));
    }

    /** The student's own active bookings, on whatever resource, and what they cannot book of the board. */
    Own own(BoardKey key, AccountId student) {
        return own(Map.of(key, Set.of(student))).get(key).get(student);
    }

    /** The same for many boards and students: one statement for the bookings, and what the outside rules need. */
    Map<BoardKey, Map<AccountId, Own>> own(Map<BoardKey, Set<AccountId>> viewers) {
        ZoneId zone = clock.getZone();
        Instant now = clock.instant();
        Catalogue current = catalogue.current();
        Map<AccountId, List<OwnBooking>> byStudent = new HashMap<>();
        jdbc.sql(OWN)
                .param("students", viewers.values().stream().flatMap(Set::stream).distinct().map(AccountId::value).toArray(Long[]::new))
                .param("from", SqlTime.utc(Stream.concat(Stream.of(now), viewers.keySet().stream().map(key -> key.from(zone)))
                        .min(naturalOrder()).orElseThrow()))
                .query(row -> {
                    byStudent.computeIfAbsent(new AccountId(row.getLong("student_id")), student -> new ArrayList<>())
                            .add(own(row, current));
                });
        List<Bar> bars = bars(viewers, current);
        return viewers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, board -> board.getValue().stream()
                .collect(Collectors.toMap(Function.identity(), student -> new Own(byStudent.getOrDefault(student, List.of()).stream()
                        .filter(booking -> booking.start().isAfter(now) || isOf(board.getKey(), booking)).toList(),
                        bars.stream().filter(bar -> bar.student().equals(student) && isOf(board.getKey(), bar, current)).toList())))));
    }

    private List<Bar> bars(Map<BoardKey, Set<AccountId>> viewers, Catalogue current) {
        Set<AccountId> students = viewers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Set<ServiceId> services = viewers.keySet().stream().flatMap(board -> current.servicesOf(board.resource()).stream())
                .map(ServiceInfo::id).collect(Collectors.toSet());
        if (services.isEmpty()) {
            return List.of();
        }
        LocalDate first = viewers.keySet().stream().map(BoardKey::monday).min(naturalOrder()).orElseThrow();
        LocalDate last = viewers.keySet().stream().map(BoardKey::monday).max(naturalOrder()).orElseThrow().plusDays(6);
        return outside.stream().flatMap(rule -> rule.bars(students, services, first, last).stream()).toList();
    }

    private static boolean isOf(BoardKey board, Bar bar, Catalogue current) {
        return current.service(bar.service()).resource().id().equals(board.resource())
                && !bar.first().isAfter(board.monday().plusDays(6)) && !bar.last().isBefore(board.monday());
    }

    private boolean isOf(BoardKey board, OwnBooking booking) {
        return booking.start().isBefore(board.until(clock.getZone())) && booking.end().isAfter(board.from(clock.getZone()));
    }

    private static OwnBooking own(ResultSet row, Catalogue current) throws SQLException {
        return new OwnBooking(new BookingId(row.getLong("id")), current.service(new ServiceId(row.getLong("service_id"))),
                instant(row, "starts_at"), instant(row, "ends_at"), row.getObject("day", LocalDate.class),
                BookingStatus.valueOf(row.getString("status")));
    }
}
