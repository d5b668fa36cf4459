package org.mentorportal.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentorportal.booking.BookingId;
import org.mentorportal.booking.Meeting;
import org.mentorportal.booking.Meetings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where bookings meet. What a command has just made is remembered until it ends, so that its answer needs no statement more. */
@Component
class MeetingsOfBookings implements Meetings {

    private static final String OF_BOOKINGS = "select r.booking_id, " + SessionStore.SESSION + """
             from reservation r join live_session s on s.id = r.session_id
            where r.booking_id = any (:bookings::bigint[]) and r.status = 'HELD'
            """;

    private final JdbcClient jdbc;
    private final MeetingPlaces places;

    MeetingsOfBookings(JdbcClient jdbc, MeetingPlaces places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    private static final class JustMade implements TransactionSynchronization {

        private final Map<BookingId, Meeting> meetings = new HashMap<>();
    }

    @Override
    public Map<BookingId, Meeting> of(Collection<BookingId> bookings) {
        var found = new HashMap<BookingId, Meeting>();
        justMade().ifPresent(made -> bookings.stream().filter(made.meetings::containsKey)
                .forEach(booking -> found.put(booking, made.meetings.get(booking))));
        List<BookingId> others = bookings.stream().filter(booking -> !found.containsKey(booking)).toList();
        if (!others.isEmpty()) {
            read(others, found);
        }
        return found;
    }

    private void read(List<BookingId> bookings, Map<BookingId, Meeting> into) {
        jdbc.sql(OF_BOOKINGS).param("bookings", bookings.stream().map(BookingId::value).toArray(Long[]::new))
                .query((row, n) -> Map.entry(new BookingId(row.getLong("booking_id")), places.meeting(SessionStore.session(row, n))))
                .list().forEach(meeting -> into.put(meeting.getKey(), meeting.getValue()));
    }

    void remember(BookingId booking, Meeting meeting) {
        justMade().orElseGet(MeetingsOfBookings::register).meetings.put(booking, meeting);
    }

    void forget(BookingId booking) {
        justMade().ifPresent(made -> made.meetings.remove(booking));
    }

    private static Optional<JustMade> justMade() {
        return TransactionSynchronizationManager.isSynchronizationActive() ? TransactionSynchronizationManager.getSynchronizations()
                .stream().filter(JustMade.class::isInstance).map(JustMade.class::cast).findFirst() : Optional.empty();
    }

    private static JustMade register() {
        var made = new JustMade();
        TransactionSynchronizationManager.registerSynchronization(made);
        return made;
    }
}
