package org.mentorportal.session;

import static java.util.stream.Collectors.groupingBy;

import static org.mentorportal.shared.SqlTime.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.DisplayNames;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.Catalogue;
import org.mentorportal.catalogue.CatalogueService;
import org.mentorportal.catalogue.ServiceId;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Adds the names to sessions and places: of services from the catalogue in memory, of people in one statement. */
@Component
class SessionReader {

    private static final String PLACE = """
            select r.booking_id, r.id, r.session_id, s.service_id, r.student_id, s.starts_at, r.ends_at, r.mark, r.marked_by,
                   r.marked_role, r.marked_at, r.version
            from reservation r join live_session s on s.id = r.session_id
            """;

    private final JdbcClient jdbc;
    private final CatalogueService catalogue;
    private final AccountService accounts;
    private final MeetingPlaces places;

    SessionReader(JdbcClient jdbc, CatalogueService catalogue, AccountService accounts, MeetingPlaces places) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.places = places;
    }

    private record Place(BookingId booking, ReservationId reservation, SessionId session, ServiceId service, AccountId student,
                         Instant start, Instant end, @Nullable Mark mark, @Nullable AccountId markedBy, @Nullable Role markedAs,
                         @Nullable Instant markedAt, int version) {
    }

    Optional<AttendanceDetails> ofBooking(BookingId booking) {
        return places("where r.booking_id = :booking", Map.of("booking", booking.value())).stream().findFirst();
    }

    /** @param condition of {@code r}, the reservations, and {@code s}, their sessions, with its order */
    List<AttendanceDetails> places(String condition, Map<String, ?> parameters) {
        List<Place> found = jdbc.sql(PLACE + condition).params(parameters).query(SessionReader::place).list();
        DisplayNames names = accounts.names(found.stream().flatMap(place -> Stream.of(place.student, place.markedBy))
                .filter(Objects::nonNull).toList());
        Catalogue current = catalogue.current();
        return found.stream().map(place -> details(place, current, names)).toList();
    }

    /** @param onlyOf leaves out other people's places; null = of everybody */
    List<SessionDetails> sessions(List<LiveSession> sessions, @Nullable AccountId onlyOf) {
        if (sessions.isEmpty()) {
            return List.of();
        }
        Map<SessionId, List<AttendanceDetails>> people = places("""
                where r.session_id = any (:sessions::bigint[]) and r.status = 'HELD'
                and (:one::bigint = 0 or r.student_id = :one) order by r.id""",
                Map.of("sessions", ids(sessions), "one", onlyOf == null ? 0 : onlyOf.value()))
                .stream().collect(groupingBy(AttendanceDetails::session));
        Catalogue current = catalogue.current();
        return sessions.stream().map(session -> new SessionDetails(session.id(), current.service(session.service()), session.start(),
                session.end(), session.status(), places.meeting(session), people.getOrDefault(session.id(), List.of()))).toList();
    }

    private static Long[] ids(Collection<LiveSession> sessions) {
        return sessions.stream().map(session -> session.id().value()).toArray(Long[]::new);
    }

    private static AttendanceDetails details(Place place, Catalogue current, DisplayNames names) {
        return new AttendanceDetails(place.booking, place.reservation, place.session, current.service(place.service), place.student,
                names.of(place.student), place.start, place.end, place.mark,
                place.markedBy == null ? null : names.of(place.markedBy), place.markedAs, place.markedAt, place.version);
    }

    private static Place place(ResultSet row, int number) throws SQLException {
        String mark = row.getString("mark");
        boolean marked = mark != null;
        return new Place(new BookingId(row.getLong("booking_id")), new ReservationId(row.getLong("id")),
                new SessionId(row.getLong("session_id")), new ServiceId(row.getLong("service_id")), new AccountId(row.getLong("student_id")),
                instant(row, "starts_at"), instant(row, "ends_at"), marked ? Mark.valueOf(mark) : null,
                marked ? new AccountId(row.getLong("marked_by")) : null, marked ? Role.valueOf(row.getString("marked_role")) : null,
                marked ? instant(row, "marked_at") : null, row.getInt("version"));
    }
}
