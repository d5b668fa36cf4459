package org.mentorportal.booking;

import static org.mentorportal.shared.SqlTime.instant;
import static org.mentorportal.shared.SqlTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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
 * The one place where booking rows are made and moved, and where many are cancelled at once. A new row is a claim:
 * {@code insert … on conflict do nothing}, so that whoever loses a race gets no row instead of an error or a wait. A move
 * is an update under the resource's exclusive lock, after a look at what stands in its way.
 */
@Component
class BookingStore {

    /**
     * The seats of a slot that are held, looked up by resource and start and not by slot_key: for that the planner takes the
     * index of the exclusion constraint, where it is no leading column, and reads all of it.
     */
    static final String HELD = """
            select seat from booking
            where resource_id = :resource and starts_at = :start and service_id = :service and status in ('PENDING', 'APPROVED')""";

    /** Of a capacity that was lowered only so many low seats are left as the high ones that are still held leave room for. */
    private static final String FREE = """
            generate_series(1, :capacity) as seats (seat)
            where not exists (select 1 from held where held.seat = seats.seat)
              and seats.seat + (select count(*) from held where held.seat > seats.seat) <= :capacity""";

    private static final String CLAIM = """
            insert into booking (service_id, resource_id, student_id, starts_at, ends_at, buffer_before, buffer_after,
                                 occupied_from, occupied_to, capacity, seat, day, one_per_day, status, purpose, players, contact,
                                 requested_by, requested_at, approved_by, approved_at)
            select :service, :resource, :student, :start, :end, :before, :after, :from, :to, :capacity, seat, :day, :onePerDay,
                   :status, :purpose, :players, :contact, :by, :at, :approver, case when :status = 'APPROVED' then :at end
            from %s
            on conflict do nothing
            returning id, seat
            """;

    /**
     * Any free seat, in one statement: every seat that looks free is tried until one is had, after which the student's own
     * overlap keeps the rest from being taken too. Trying only the lowest would refuse falsely.
     */
    private static final String CLAIM_ONE_OF_MANY = "with held as (" + HELD + ")\n" + CLAIM.formatted(FREE + "\norder by seat");

    /** Of a capacity of one: not while anybody is left of what was more. */
    private static final String CLAIM_THE_ONE = CLAIM.formatted("(select 1 as seat where not exists (" + HELD + ")) free");

    private static final String MOVE = "with held as (" + HELD + " and id <> :moved)\n" + """
            update booking b set starts_at = :start, ends_at = :end, buffer_before = :before, buffer_after = :after,
                   occupied_from = :from, occupied_to = :to, capacity = :capacity, seat = free.seat, day = :day,
                   one_per_day = :onePerDay, status = :status, requested_by = :by, requested_at = :at, approved_by = :approver,
                   approved_at = case when :status = 'APPROVED' then :at end, version = b.version + 1
            from (select min(seats.seat) as seat from %s) free
            where b.id = :moved and b.version = :version and b.status in ('PENDING', 'APPROVED') and free.seat is not null
            returning b.id, b.seat
            """.formatted(FREE);

    /** It may have any seat: the one that it had may be somebody else's. */
    private static final String RESTORE = "with held as (" + HELD + ")\n" + """
            update booking b set status = b.held_status, hold_id = null, held_status = null, ended_by = null, ended_at = null,
                   reason = null, capacity = :capacity, seat = free.seat, version = b.version + 1
            from (select min(seats.seat) as seat from %s) free
            where b.id = :held and b.version = :version and b.hold_id = :hold and free.seat is not null
            returning b.id, b.seat
            """.formatted(FREE);

    // Where many are cancelled, their rows are locked by id: two that want the same rows never wait for each other in a circle
    private static final String CANCEL_INSIDE = """
            with live as (
              select id, status from booking
              where status in ('PENDING', 'APPROVED') and (:resource::bigint is null or resource_id = :resource)
                and starts_at > :at and occupied_from < :to and occupied_to > :from
              order by id for update)
            update booking b set status = 'CANCELLED', held_status = live.status, hold_id = :hold, ended_by = :by, ended_at = :at,
                   reason = :reason, version = b.version + 1
            from live where b.id = live.id
            returning b.id, b.service_id, b.resource_id, b.student_id, b.starts_at, b.ends_at, b.occupied_from, b.occupied_to,
                      b.held_status, b.version
            """;

    private static final String CANCEL_FOR = """
            with live as (
              select l.id, l.status from booking l join service s on s.id = l.service_id
              where l.student_id = :student and l.service_id = any(:services) and l.status in ('PENDING', 'APPROVED') and l.starts_at > :at
                and l.day between :first and :last
                and (not :deadlineBinds or l.starts_at - make_interval(mins => s.cancel_deadline) > :at)
              order by l.id for update of l)
            update booking b set status = 'CANCELLED', held_status = live.status, hold_id = :hold, ended_by = :by, ended_at = :at,
                   version = b.version + 1
            from live where b.id = live.id
            returning b.id, b.service_id, b.resource_id, b.student_id, b.starts_at, b.ends_at, b.occupied_from, b.occupied_to,
                      b.held_status, b.version
            """;

    /** The status before is read with the lock: somebody may have decided meanwhile. */
    private static final String CANCEL_OF = """
            with live as (
              select id, status from booking
              where service_id = :service and status in ('PENDING', 'APPROVED') and starts_at > :at order by id for update)
            update booking b set status = 'CANCELLED', ended_by = :by, ended_at = :at, reason = :reason, version = b.version + 1
            from live where b.id = live.id
            returning b.id, b.service_id, b.resource_id, b.student_id, b.starts_at, b.ends_at, b.occupied_from, b.occupied_to,
                      live.status as held_status, b.version
            """;

    private final JdbcClient jdbc;

    BookingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Seat(BookingId booking, int number) {
    }

    /** @return the seat, or nothing if it was lost to somebody or stood against a rule of the database */
    Optional<Seat> claim(Wish wish) {
        return placed(wish.service().capacity() == 1 ? CLAIM_THE_ONE : CLAIM_ONE_OF_MANY, wish).param("student", wish.student().value())
                .param("purpose", wish.purpose()).param("players", wish.players()).param("contact", wish.contact()).query(BookingStore::seat).optional();
    }

    /**
     * Moves the wish's booking, seat and status with it; the caller holds the resource exclusive and the booking's row.
     *
     * @return the seat, or nothing if the new slot has none: then the booking stays as it was
     */
    Optional<Seat> move(Wish wish, Booking moved) {
        return placed(MOVE, wish).param("moved", moved.id().value()).param("version", moved.version())
                .query(BookingStore::seat).optional();
    }

    /**
     * Gives a held booking its time back, with the status that it had; the caller holds the resource and the student exclusive,
     * and the booking's row.
     *
     * @return the seat, or nothing if the slot has none: then the booking stays cancelled
     */
    Optional<Seat> restore(Wish wish, Booking held) {
        return jdbc.sql(RESTORE).param("capacity", wish.service().capacity()).param("service", held.service().value())
                .param("resource", wish.service().resource().id().value()).param("start", utc(wish.slot().start()))
                .param("held", held.id().value()).param("version", held.version())
                .param("hold", Objects.requireNonNull(held.hold()).value()).query(BookingStore::seat).optional();
    }

    private JdbcClient.StatementSpec placed(String sql, Wish wish) {
        Slot slot = wish.slot();
        ServiceInfo service = wish.service();
        AccountId approver = wish.approver();
        return jdbc.sql(sql)
                .param("service", service.id().value()).param("resource", service.resource().id().value())
                .param("start", utc(slot.start())).param("end", utc(slot.end()))
                .param("before", service.timing().bufferBefore()).param("after", service.timing().bufferAfter())
                .param("from", utc(slot.occupiedFrom())).param("to", utc(slot.occupiedTo()))
                .param("capacity", service.capacity()).param("day", slot.day()).param("onePerDay", wish.onePerDay())
                .param("status", wish.status().name()).param("by", wish.by().account().value())
                .param("approver", approver == null ? null : approver.value()).param("at", utc(wish.now()));
    }

    private static Seat seat(ResultSet row, int number) throws SQLException {
        return new Seat(new BookingId(row.getLong("id")), row.getInt("seat"));
    }

    /** A booking that was cancelled together with others. */
    record Cancelled(BookingPlace booking, Instant occupiedFrom, Instant occupiedTo, BookingStatus before, int version) {
    }

    /** Cancels what is active inside {@code [from, to)} and has not begun at {@code at}; the caller holds the locks. */
    List<Cancelled> cancelInside(@Nullable ResourceId resource, Instant from, Instant to, HoldId hold, AccountId by, Instant at,
                                 String reason) {
        return jdbc.sql(CANCEL_INSIDE)
                .param("resource", resource == null ? null : resource.value())
                .param("from", utc(from)).param("to", utc(to))
                .param("hold", hold.value()).param("by", by.value()).param("at", utc(at)).param("reason", reason)
                .query(BookingStore::cancelled).list();
    }

    /** Cancels the student's active bookings in {@code scope} that have not begun at {@code at}; the caller holds the student's lock. */
    List<Cancelled> cancelFor(HeldScope scope, HoldId hold, AccountId by, Instant at) {
        return jdbc.sql(CANCEL_FOR).param("student", scope.student().value()).param("services", scope.serviceNumbers())
                .param("first", scope.first()).param("last", scope.last()).param("hold", hold.value()).param("by", by.value())
                .param("at", utc(at)).param("deadlineBinds", scope.deadlineBinds()).query(BookingStore::cancelled).list();
    }

    /** Cancels what is active of {@code service} and has not begun at {@code at}; the caller holds its resource exclusive. */
    List<Cancelled> cancelOf(ServiceId service, AccountId by, Instant at, String reason) {
        return jdbc.sql(CANCEL_OF).param("service", service.value()).param("by", by.value()).param("at", utc(at))
                .param("reason", reason).query(BookingStore::cancelled).list();
    }

    private static Cancelled cancelled(ResultSet row, int number) throws SQLException {
        var booking = new BookingPlace(new BookingId(row.getLong("id")), new ServiceId(row.getLong("service_id")),
                new ResourceId(row.getLong("resource_id")), new AccountId(row.getLong("student_id")), instant(row, "starts_at"),
                instant(row, "ends_at"));
        return new Cancelled(booking, instant(row, "occupied_from"), instant(row, "occupied_to"),
                BookingStatus.valueOf(row.getString("held_status")), row.getInt("version"));
    }
}
