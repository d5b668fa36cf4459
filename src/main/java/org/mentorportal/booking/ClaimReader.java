package org.mentorportal.booking;

import static java.util.Map.entry;
import static org.mentorportal.shared.SqlTime.instant;
import static org.mentorportal.shared.SqlTime.instants;
import static org.mentorportal.shared.SqlTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.command.FirstRead;
import org.mentorportal.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is read for a claim: before it the facts that its rules judge, after one that got no seat what stood in the way. */
@Component
class ClaimReader {

    private static final String FACTS = """
            select s.version, %s as outside,
                   (select c.reason from closure c
                    where c.lifted_at is null and c.hold_id <> :undoing and (c.resource_id is null or c.resource_id = :resource)
                      and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(:from, :to, '[)') limit 1) as closed,
                   (select b.id from booking b
                    where b.student_id = :student and b.service_id = :service and b.starts_at = :start
                      and b.status in ('PENDING', 'APPROVED')) as own, used.*
            from service s, lateral (%s) used
            where s.id = :service
            """;
    private static final String USED = """
            select count(*) filter (where b.day = :day and b.counts) as day,
                   count(*) filter (where b.day >= :monday and b.day < :monday + 7 and b.counts) as week,
                   array_agg(b.starts_at order by b.starts_at) filter (where b.starts_at > :now) as to_come,
                   count(*) filter (where b.day = :day and b.one_per_day) as held
            from (select day, starts_at, one_per_day, status = 'APPROVED' or starts_at > :now as counts from booking
                  where student_id = :student and service_id = :service and id <> :moved and starts_at > :since
                    and status in ('PENDING', 'APPROVED')) b""";
    private static final String NOT_COUNTED = "select 0 as day, 0 as week, null::timestamptz[] as to_come, 0 as held";

    /** Every active booking that could stand in the way of a claim, the student's own first; either branch has its index. */
    private static final String OBSTACLES = """
            select * from (
              select id, service_id, resource_id, student_id, starts_at, ends_at, day, one_per_day from booking
              where student_id = :student and status in ('PENDING', 'APPROVED') and id <> :moved
                and ((starts_at < :end and ends_at > :start) or (service_id = :service and day = :day and one_per_day and :onePerDay))
              union
              select id, service_id, resource_id, student_id, starts_at, ends_at, day, one_per_day from booking
              where resource_id = :resource and status in ('PENDING', 'APPROVED') and id <> :moved
                and tstzrange(occupied_from, occupied_to, '[)') && tstzrange(:from, :to, '[)')) b
            order by (b.student_id = :student) desc, (b.starts_at < :end and b.ends_at > :start) desc, b.starts_at
            """;

    /** No booking and no hold has this id. */
    private static final long NONE = 0;

    private final JdbcClient jdbc;
    private final String facts;
    private final String factsWithoutCounting;

    /** @param outside the rules of higher modules */
    ClaimReader(JdbcClient jdbc, List<BookingRule> outside) {
        this.jdbc = jdbc;
        String concerns = outside.isEmpty() ? "false"
                : outside.stream().map(rule -> "(" + rule.concerns() + ")").collect(Collectors.joining(" or "));
        this.facts = FACTS.formatted(concerns, USED);
        this.factsWithoutCounting = FACTS.formatted(concerns, NOT_COUNTED);
    }

    /**
     * What a claim needs to know, read after the locks in one statement: in their own round trip, where a command begins with it.
     *
     * @param serviceVersion what the service's version is now
     * @param outside        whether a rule of a higher module concerns the service
     * @param closed         the reason of a closure in the way, or null
     * @param own            the student's own active booking of this very slot, or null
     * @param used           without the booking that moves; nothing where the service has no limits, and nobody asks
     */
    record Facts(int serviceVersion, boolean outside, @Nullable String closed, @Nullable BookingId own, Used used) {
    }

    Facts read(FirstRead<Facts> facts) {
        return jdbc.sql(facts.query()).params(facts.values()).query(facts.row()).single();
    }

    /**
     * @param occupied what a claim at {@code start} would take of the resource
     * @param undoing  the hold that is being undone: its closure is not in the way; null for none
     */
    FirstRead<Facts> facts(ServiceInfo service, AccountId student, Instant start, Span occupied, @Nullable BookingId moved,
                           @Nullable HoldId undoing, Instant now, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(start, zone);
        LocalDate monday = BoardKey.monday(day);
        Instant week = monday.atStartOfDay(zone).toInstant().minusMillis(1);
        String sql = service.limits().countBookings() ? facts : factsWithoutCounting;
        Map<String, Object> values = Map.ofEntries(
                entry("service", service.id().value()), entry("resource", service.resource().id().value()), entry("student", student.value()),
                entry("moved", number(moved)), entry("undoing", undoing == null ? NONE : undoing.value()),
                entry("start", utc(start)), entry("from", utc(occupied.from())), entry("to", utc(occupied.to())),
                entry("day", day), entry("monday", monday), entry("now", utc(now)), entry("since", utc(week.isBefore(now) ? week : now)));
        return new FirstRead<>(sql, values, ClaimReader::facts);
    }

    private static Facts facts(ResultSet row, int number) throws SQLException {
        long own = row.getLong("own");
        return new Facts(row.getInt("version"), row.getBoolean("outside"), row.getString("closed"), own == NONE ? null : new BookingId(own),
                new Used(row.getInt("day"), row.getInt("week"), instants(row, "to_come"), row.getInt("held")));
    }

    private static long number(@Nullable BookingId booking) {
        return booking == null ? NONE : booking.value();
    }

    /** A half-open stretch of time. */
    record Span(Instant from, Instant to) {

        static Span of(ServiceInfo service, Instant start) {
            return new Span(start.minusSeconds(60L * service.timing().bufferBefore()),
                    start.plusSeconds(60L * (service.timing().duration() + service.timing().bufferAfter())));
        }
    }

    record Obstacle(ServiceId service, ResourceId resource, AccountId student, Instant start, Instant end,
                    boolean onePerDay) {
    }

    List<Obstacle> obstacles(Wish wish) {
        Slot slot = wish.slot();
        return jdbc.sql(OBSTACLES)
                .param("service", slot.service().value()).param("resource", wish.service().resource().id().value())
                .param("student", wish.student().value()).param("day", slot.day()).param("onePerDay", wish.onePerDay())
                .param("moved", number(wish.moved() == null ? null : wish.moved().id()))
                .param("start", utc(slot.start())).param("end", utc(slot.end()))
                .param("from", utc(slot.occupiedFrom())).param("to", utc(slot.occupiedTo()))
                .query((row, n) -> new Obstacle(new ServiceId(row.getLong("service_id")),
                        new ResourceId(row.getLong("resource_id")), new AccountId(row.getLong("student_id")),
                        instant(row, "starts_at"), instant(row, "ends_at"), row.getBoolean("one_per_day"))).list();
    }
}
