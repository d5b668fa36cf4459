package org.mentorportal.session;

import static org.mentorportal.shared.SqlTime.instant;
import static org.mentorportal.shared.SqlTime.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.BookingPlace;
import org.mentorportal.catalogue.ResourceId;
import org.mentorportal.catalogue.ServiceId;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place where sessions, participations and reservations are made, held and given up. Whoever needs what somebody else
 * is making or ending waits for its row, then looks again.
 */
@Component
class SessionStore {

    static final String SESSION = "s.id, s.service_id, s.resource_id, s.starts_at, s.ends_at, s.status, s.room, s.version";

    private static final String MAKE = """
            insert into live_session as s (service_id, resource_id, starts_at, ends_at, status, room, made_at)
            values (:service, :resource, :start, :end, 'SCHEDULED', :room, :at)
            on conflict (slot_key) where (status = 'SCHEDULED') do nothing
            returning\s""" + SESSION;

    private static final String SCHEDULED = "select " + SESSION + """
             from live_session s where s.slot_key = :slotKey and s.status = 'SCHEDULED' for update
            """;

    private static final String OF_BOOKING = "select " + SESSION + """
             from reservation r join live_session s on s.id = r.session_id
            where r.booking_id = :booking and s.slot_key = :slotKey for update of s
            """;

    /** A statement after the lock, so that it sees what was made meanwhile. */
    private static final String REVIVE = """
            update live_session s set status = 'SCHEDULED', version = s.version + 1
            where s.id = :session and s.status = 'CANCELLED'
              and not exists (select 1 from live_session newer where newer.slot_key = s.slot_key and newer.id > s.id)
            returning\s""" + SESSION;

    private static final String HOLD = """
            with joined as (
              insert into participant (session_id, account_id, joined_at) values (:session, :student, :at)
              on conflict on constraint pk_participant do nothing)
            insert into reservation as r (booking_id, session_id, resource_id, student_id, ends_at, marks, status)
            values (:booking, :session, :resource, :student, :end, :marks, 'HELD')
            on conflict on constraint uq_reservation_booking do update
              set session_id = excluded.session_id, resource_id = excluded.resource_id, ends_at = excluded.ends_at, marks = excluded.marks,
                  status = 'HELD', version = r.version + 1
              where r.status = 'GIVEN_UP'
            returning r.id, r.version
            """;

    private static final String LOCK_HELD = """
            select s.id from reservation r join live_session s on s.id = r.session_id
            where r.booking_id = :booking and r.status = 'HELD' for update of s
            """;

    /** The session's row is locked, so that of two who leave last one sees that nobody is left. */
    private static final String GIVE_UP = """
            with given as (
              update reservation set status = 'GIVEN_UP', version = version + 1
              where booking_id = :booking and status = 'HELD' returning id, session_id, version),
            ended as (
              update live_session s set status = 'CANCELLED', version = s.version + 1 from given
              where s.id = given.session_id and s.status = 'SCHEDULED'
                and not exists (select 1 from reservation r where r.session_id = s.id and r.status = 'HELD' and r.id <> given.id)
              returning s.id, s.version)
            select given.id, given.version, ended.id as session, ended.version as session_version from given left join ended on true
            """;

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the new session, or nothing if the slot has one that is scheduled */
    Optional<LiveSession> make(BookingPlace booking, @Nullable String room, Instant at) {
        return jdbc.sql(MAKE).param("service", booking.service().value()).param("resource", booking.resource().value())
                .param("start", utc(booking.start())).param("end", utc(booking.end())).param("room", room).param("at", utc(at))
                .query(SessionStore::session).optional();
    }

    /** The slot's session, locked; nothing if it ended meanwhile. */
    Optional<LiveSession> scheduled(BookingPlace booking) {
        return jdbc.sql(SCHEDULED).param("slotKey", slotKey(booking)).query(SessionStore::session).optional();
    }

    /** The session of that slot in which the booking once had its place, locked. */
    Optional<LiveSession> once(BookingPlace booking) {
        return jdbc.sql(OF_BOOKING).param("booking", booking.id().value()).param("slotKey", slotKey(booking))
                .query(SessionStore::session).optional();
    }

    /**
     * @return the session, scheduled again; nothing if the slot had another one since
     * @throws OptimisticLockingFailureException if another one is just being made: then a new try finds it
     */
    Optional<LiveSession> revive(SessionId session) {
        try {
            return jdbc.sql(REVIVE).param("session", session.value()).query(SessionStore::session).optional();
        } catch (DuplicateKeyException made) {
            throw new OptimisticLockingFailureException("another session of the slot was made meanwhile", made);
        }
    }

    record Changed(ReservationId reservation, int version) {
    }

    /** Gives the booking its place in {@code session}, and its student a part in it; nothing if it has it already. */
    Optional<Changed> hold(BookingPlace booking, LiveSession session, boolean marks, Instant at) {
        return jdbc.sql(HOLD).param("booking", booking.id().value()).param("session", session.id().value())
                .param("resource", booking.resource().value()).param("student", booking.student().value())
                .param("end", utc(booking.end())).param("marks", marks).param("at", utc(at))
                .query((row, n) -> new Changed(new ReservationId(row.getLong("id")), row.getInt("version"))).optional();
    }

    /** @param ended the session that had nobody left, with its version; null if it goes on */
    record GivenUp(Changed reservation, @Nullable SessionId ended, int endedVersion) {
    }

    /** @return nothing if the booking held no place */
    Optional<GivenUp> giveUp(BookingId booking) {
        if (jdbc.sql(LOCK_HELD).param("booking", booking.value()).query(Long.class).optional().isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(GIVE_UP).param("booking", booking.value()).query((row, n) -> {
            Long ended = row.getObject("session", Long.class);
            return new GivenUp(new Changed(new ReservationId(row.getLong("id")), row.getInt("version")),
                    ended == null ? null : new SessionId(ended), row.getInt("session_version"));
        }).optional();
    }

    /** As the column of that name is generated. */
    private static long slotKey(BookingPlace booking) {
        return booking.service().value() << 32 | booking.start().getEpochSecond() / 60;
    }

    static LiveSession session(ResultSet row, int number) throws SQLException {
        return new LiveSession(new SessionId(row.getLong("id")), new ServiceId(row.getLong("service_id")),
                new ResourceId(row.getLong("resource_id")), instant(row, "starts_at"), instant(row, "ends_at"),
                SessionStatus.valueOf(row.getString("status")), row.getString("room"), row.getInt("version"));
    }
}
