package org.mentorportal.booking;

import static org.mentorportal.shared.SqlTime.instant;
import static org.mentorportal.shared.SqlTime.utc;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.catalogue.Slot;
import org.mentorportal.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place where booking rows are made and where many are cancelled at once. A new row is a claim: {@code insert …
 * on conflict do nothing}, so that whoever loses a race gets no row instead of an error or a wait.
 */
@Component
class BookingStore {

    /**
     * Any free seat, in one statement: every seat that looks free is tried until one is had, after which the student's own
     * overlap keeps the rest from being taken too. Trying only the lowest would refuse falsely.
     */
    private static final String CLAIM = """
            insert into booking (service_id, resource_id, student_id, starts_at, ends_at, buffer_before, buffer_after,
                                 occupied_from, occupied_to, capacity, seat, day, one_per_day, status, purpose, players, contact,
                                 requested_by, requested_at, approved_at)
            select :service, :resource, :student, :start, :end, :before, :after, :from, :to, :capacity, seat, :day, :onePerDay,
                   :status, :purpose, :players, :contact, :student, :at, case when :status = 'APPROVED' then :at end
            from generate_series(1, :capacity) as seats (seat)
            where not exists (select 1 from booking b where b.status in ('PENDING', 'APPROVED') and b.seat = seats.seat
                              and b.service_id = :service and b.starts_at = :start)
            order by seat
            on conflict do nothing
            returning id, seat
            """;

    private static final String FACTS = """
            select s.version,
                   (select c.reason from closure c
                    where c.lifted_at is null and (c.resource_id is null or c.resource_id = :resource)
                      and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(:from, :to, '[)') limit 1) as closed,
                   (select b.id from booking b
                    where b.student_id = :student and b.service_id = :service and b.starts_at = :start
                      and b.status in ('PENDING', 'APPROVED')) as own
            from service s where s.id = :service
            """;

    /** Every active booking that could stand in the way of a claim, the student's own first. */
    private static final String OBSTACLES = """
            select b.service_id, b.resource_id, b.student_id, b.starts_at, b.ends_at, b.day, b.one_per_day
            from booking b
            where b.status in ('PENDING', 'APPROVED') and (
                  (b.student_id = :student and b.starts_at < :end and b.ends_at > :start)
               or (b.student_id = :student and b.service_id = :service and b.day = :day and b.one_per_day)
               or (b.resource_id = :resource and b.occupied_from < :to and b.occupied_to > :from))
            order by (b.student_id = :student) desc, (b.starts_at < :end and b.ends_at > :start) desc, b.starts_at
            """;

    private static final String CANCEL_INSIDE = """
            update booking b set status = 'CANCELLED', held_status = b.status, hold_id = :hold, ended_by = :by, ended_at = :at,
                   reason = :reason, version = b.version + 1
            where b.status in ('PENDING', 'APPROVED') and (:resource::bigint is null or b.resource_id = :resource)
              and b.starts_at > :at and b.occupied_from < :to and b.occupied_to > :from
            returning b.id, b.service_id, b.student_id, b.starts_at, b.occupied_from, b.occupied_to, b.held_status, b.version
            """;

    private final JdbcClient jdbc;

    BookingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Claim(Slot slot, ServiceInfo service, AccountId student, BookingStatus status, String purpose, int players,
                 String contact, Instant at) {
    }

    record Seat(BookingId booking, int number) {
    }

    /** @return the seat, or nothing if it was lost to somebody or stood against a rule of the database */
    Optional<Seat> claim(Claim claim) {
        Slot slot = claim.slot;
        ServiceInfo service = claim.service;
        return jdbc.sql(CLAIM)
                .param("service", service.id().value()).param("resource", service.resource().id().value())
                .param("student", claim.student.value())
                .param("start", utc(slot.start())).param("end", utc(slot.end()))
                .param("before", service.timing().bufferBefore()).param("after", service.timing().bufferAfter())
                .param("from", utc(slot.occupiedFrom())).param("to", utc(slot.occupiedTo()))
                .param("capacity", service.capacity()).param("day", slot.day()).param("onePerDay", service.onePerDay())
                .param("status", claim.status.name()).param("purpose", claim.purpose).param("players", claim.players)
                .param("contact", claim.contact).param("at", utc(claim.at))
                .query((row, n) -> new Seat(new BookingId(row.getLong("id")), row.getInt("seat"))).optional();
    }

    /**
     * What a claim needs to know, read after the locks in one statement.
     *
     * @param serviceVersion what the service's version is now
     * @param closed         the reason of a closure in the way, or null
     * @param own            the student's own active booking of this very slot, or null
     */
    record Facts(int serviceVersion, @Nullable String closed, @Nullable BookingId own) {
    }

    Facts facts(ServiceInfo service, AccountId student, Instant start, Instant occupiedFrom, Instant occupiedTo) {
        return jdbc.sql(FACTS)
                .param("service", service.id().value()).param("resource", service.resource().id().value())
                .param("student", student.value()).param("start", utc(start))
                .param("from", utc(occupiedFrom)).param("to", utc(occupiedTo))
                .query((row, n) -> {
                    long own = row.getLong("own");
                    return new Facts(row.getInt("version"), row.getString("closed"), own == 0 ? null : new BookingId(own));
                }).single();
    }

    record Obstacle(ServiceId service, ResourceId resource, AccountId student, Instant start, Instant end,
                    boolean onePerDay) {
    }

    List<Obstacle> obstacles(Claim claim) {
        Slot slot = claim.slot;
        return jdbc.sql(OBSTACLES)
                .param("service", slot.service().value()).param("resource", claim.service.resource().id().value())
                .param("student", claim.student.value()).param("day", slot.day())
                .param("start", utc(slot.start())).param("end", utc(slot.end()))
                .param("from", utc(slot.occupiedFrom())).param("to", utc(slot.occupiedTo()))
                .query((row, n) -> new Obstacle(new ServiceId(row.getLong("service_id")),
                        new ResourceId(row.getLong("resource_id")), new AccountId(row.getLong("student_id")),
                        instant(row, "starts_at"), instant(row, "ends_at"), row.getBoolean("one_per_day"))).list();
    }

    /** A booking that a closure cancelled. */
    record Held(BookingId booking, ServiceId service, AccountId student, Instant start, Instant occupiedFrom,
                Instant occupiedTo, BookingStatus before, int version) {
    }

    /** Cancels what is active inside {@code [from, to)} and has not begun at {@code at}; the caller holds the locks. */
    List<Held> cancelInside(@Nullable ResourceId resource, Instant from, Instant to, HoldId hold, AccountId by, Instant at,
                            String reason) {
        return jdbc.sql(CANCEL_INSIDE)
                .param("resource", resource == null ? null : resource.value())
                .param("from", utc(from)).param("to", utc(to))
                .param("hold", hold.value()).param("by", by.value()).param("at", utc(at)).param("reason", reason)
                .query((row, n) -> new Held(new BookingId(row.getLong("id")), new ServiceId(row.getLong("service_id")),
                        new AccountId(row.getLong("student_id")), instant(row, "starts_at"), instant(row, "occupied_from"),
                        instant(row, "occupied_to"), BookingStatus.valueOf(row.getString("held_status")),
                        row.getInt("version"))).list();
    }
}
