package org.mentorportal.booking;

import static java.util.Comparator.comparing;
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
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads boards: however many of them, in one statement. What one screen needs is asked for by plain values, because the database
 * plans such a statement once; of arrays it does not know how many they hold, and plans anew each time.
 */
@Component
class BoardReader {

    /**
     * By resource and stretch of time, each looked up by key ({@code lateral}): joined, they could be had by reading all bookings.
     * A day on either side covers the longest duration with its buffers and lets the index by start be used.
     */
    private static final String BOARDS = """
            select span.n, b.* from %s as span (n, resource, "from", "to") cross join lateral (
              select b.service_id, b.starts_at, b.occupied_from as "from", b.occupied_to as "to", count(*) as seats, null as closed
              from booking b
              where b.resource_id = span.resource and b.status in ('PENDING', 'APPROVED')
                and b.starts_at > span."from" - interval '1 day' and b.starts_at < span."to" + interval '1 day'
                and b.occupied_from < span."to" and b.occupied_to > span."from"
              group by b.service_id, b.starts_at, b.occupied_from, b.occupied_to
              union all
              select null, null, c.starts_at, c.ends_at, null, c.reason from closure c
              where c.lifted_at is null and (c.resource_id is null or c.resource_id = span.resource)
                and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(span."from", span."to", '[)')) b
            order by 1, 4, 2
            """;
    private static final String ONE_SPAN = BOARDS.formatted("(values (1, :resource::bigint, :from::timestamptz, :to::timestamptz))");
    private static final String MANY_SPANS = BOARDS.formatted("""
            (select n, resource, "from"::timestamptz, "to"::timestamptz
             from unnest(:resources::bigint[], :froms::text[], :tos::text[]) with ordinality as given (resource, "from", "to", n))""");

    private static final String OWN = """
            select student_id, id, service_id, starts_at, ends_at, day, status from booking
            where student_id = %s and status in ('PENDING', 'APPROVED') and ends_at > :from and starts_at > :from - interval '1 day'
            order by starts_at
            """;
    private static final String OWN_OF_ONE = OWN.formatted(":student");
    private static final String OWN_OF_MANY = OWN.formatted("any(:students)");

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

    /** Boards of one resource, one week after the other: they are read as one stretch of time. */
    private record Span(List<BoardKey> boards) {

        private static List<Span> of(Set<BoardKey> keys) {
            var spans = new ArrayList<Span>();
            keys.stream().sorted(comparing((BoardKey key) -> key.resource().value()).thenComparing(BoardKey::monday)).forEach(key -> {
                if (spans.isEmpty() || !spans.getLast().isFollowedBy(key)) {
                    spans.add(new Span(new ArrayList<>()));
                }
                spans.getLast().boards.add(key);
            });
            return spans;
        }

        private boolean isFollowedBy(BoardKey key) {
            BoardKey last = boards.getLast();
            return last.resource().equals(key.resource()) && last.monday().plusWeeks(1).equals(key.monday());
        }

        private long resource() {
            return boards.getFirst().resource().value();
        }

        private Instant from(ZoneId zone) {
            return boards.getFirst().from(zone);
        }

        private Instant to(ZoneId zone) {
            return boards.getLast().until(zone);
        }
    }

    /** The state of each board, in one statement. */
    Map<BoardKey, BoardState> states(Collection<BoardKey> boards) {
        Set<BoardKey> keys = Set.copyOf(boards);
        List<Span> spans = Span.of(keys);
        Map<BoardKey, List<Occupied>> occupied = new HashMap<>();
        Map<BoardKey, List<Closed>> closed = new HashMap<>();
        read(spans).query(row -> {
            for (BoardKey key : spans.get(row.getInt("n") - 1).boards) {
                if (!isOf(key, instant(row, "from"), instant(row, "to"))) {
                    continue;
                }
                if (row.getString("closed") == null) {
                    occupied.computeIfAbsent(key, k -> new ArrayList<>()).add(occupied(row));
                } else {
                    closed.computeIfAbsent(key, k -> new ArrayList<>()).add(
                            new Closed(instant(row, "from"), instant(row, "to"), row.getString("closed")));
                }
            }
        });
        return keys.stream().collect(Collectors.toMap(Function.identity(),
                key -> new BoardState(occupied.getOrDefault(key, List.of()), closed.getOrDefault(key, List.of()))));
    }

    private JdbcClient.StatementSpec read(List<Span> spans) {
        ZoneId zone = clock.getZone();
        if (spans.size() == 1) {
            Span span = spans.getFirst();
            return jdbc.sql(ONE_SPAN).param("resource", span.resource()).param("from", SqlTime.utc(span.from(zone)))
                    .param("to", SqlTime.utc(span.to(zone)));
        }
        return jdbc.sql(MANY_SPANS)
                .param("resources", spans.stream().map(Span::resource).toArray(Long[]::new))
                .param("froms", spans.stream().map(span -> span.from(zone).toString()).toArray(String[]::new))
                .param("tos", spans.stream().map(span -> span.to(zone).toString()).toArray(String[]::new));
    }

    private boolean isOf(BoardKey board, Instant from, Instant to) {
        return from.isBefore(board.until(clock.getZone())) && to.isAfter(board.from(clock.getZone()));
    }

    private static Occupied occupied(ResultSet row) throws SQLException {
        return new Occupied(new ServiceId(row.getLong("service_id")), instant(row, "starts_at"), instant(row, "from"),
                instant(row, "to"), row.getInt("seats"));
    }

    /** The student's own active bookings, on whatever resource, and what they cannot book of the board. */
    Own own(BoardKey key, AccountId student) {
        return own(Map.of(key, Set.of(student))).get(key).get(student);
    }

    /** The same for many boards, at least one, and students: one statement for the bookings, and what the outside rules need. */
    Map<BoardKey, Map<AccountId, Own>> own(Map<BoardKey, Set<AccountId>> viewers) {
        Instant now = clock.instant();
        Catalogue current = catalogue.current();
        Set<AccountId> students = viewers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        Instant from = Stream.concat(Stream.of(now), viewers.keySet().stream().map(key -> key.from(clock.getZone())))
                .min(naturalOrder()).orElseThrow();
        Map<AccountId, List<OwnBooking>> byStudent = new HashMap<>();
        active(students).param("from", SqlTime.utc(from)).query(row -> {
            byStudent.computeIfAbsent(new AccountId(row.getLong("student_id")), student -> new ArrayList<>()).add(own(row, current));
        });
        List<Bar> bars = bars(viewers.keySet(), students);
        return viewers.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, board -> board.getValue().stream()
                .collect(Collectors.toMap(Function.identity(), student -> new Own(byStudent.getOrDefault(student, List.of()).stream()
                        .filter(booking -> booking.start().isAfter(now) || isOf(board.getKey(), booking.start(), booking.end())).toList(),
                        bars.stream().filter(bar -> bar.student().equals(student) && isOf(board.getKey(), bar, current)).toList())))));
    }

    private JdbcClient.StatementSpec active(Set<AccountId> students) {
        return students.size() == 1 ? jdbc.sql(OWN_OF_ONE).param("student", students.iterator().next().value())
                : jdbc.sql(OWN_OF_MANY).param("students", students.stream().map(AccountId::value).toArray(Long[]::new));
    }

    private List<Bar> bars(Set<BoardKey> boards, Set<AccountId> students) {
        Set<ResourceId> resources = boards.stream().map(BoardKey::resource).collect(Collectors.toSet());
        LocalDate first = boards.stream().map(BoardKey::monday).min(naturalOrder()).orElseThrow();
        LocalDate last = boards.stream().map(BoardKey::monday).max(naturalOrder()).orElseThrow().plusDays(6);
        return outside.stream().flatMap(rule -> rule.bars(students, resources, first, last).stream()).toList();
    }

    private static boolean isOf(BoardKey board, Bar bar, Catalogue current) {
        return current.find(bar.service()).filter(service -> service.resource().id().equals(board.resource())).isPresent()
                && !bar.first().isAfter(board.monday().plusDays(6)) && !bar.last().isBefore(board.monday());
    }

    private static OwnBooking own(ResultSet row, Catalogue current) throws SQLException {
        return new OwnBooking(new BookingId(row.getLong("id")), current.service(new ServiceId(row.getLong("service_id"))),
                instant(row, "starts_at"), instant(row, "ends_at"), row.getObject("day", LocalDate.class),
                BookingStatus.valueOf(row.getString("status")));
    }
}
