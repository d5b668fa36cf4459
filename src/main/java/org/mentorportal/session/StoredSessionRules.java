package org.mentorportal.session;

import org.mentorportal.audit.TrailHead;
import org.mentorportal.shared.SqlStoredRule;
import org.mentorportal.shared.StoredRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of sessions, places and marks, once more over the rows as they are stored. */
@Configuration(proxyBeanMethods = false)
class StoredSessionRules {

    @Bean
    StoredRule storedOneSession(JdbcClient jdbc) {
        return new SqlStoredRule("uq_live_session_slot", """
                select 'sessions ' || string_agg(id::text, ' and ' order by id) || ' of service ' || service_id || ' at ' || starts_at
                from live_session where status = 'SCHEDULED' group by service_id, starts_at having count(*) > 1
                """, jdbc);
    }

    @Bean
    StoredRule storedOneReservation(JdbcClient jdbc) {
        return new SqlStoredRule("uq_reservation_booking", """
                select 'reservations ' || string_agg(id::text, ' and ' order by id) || ' of booking ' || booking_id
                from reservation group by booking_id having count(*) > 1
                """, jdbc);
    }

    @Bean
    StoredRule storedOneParticipation(JdbcClient jdbc) {
        return new SqlStoredRule("pk_participant", """
                select 'account ' || account_id || ' takes part in session ' || session_id || ' ' || count(*) || ' times'
                from participant group by session_id, account_id having count(*) > 1
                """, jdbc);
    }

    /** A booking holds a place exactly while it is approved, in a session of its own slot that is scheduled. */
    @Bean
    StoredRule storedPlaces(JdbcClient jdbc) {
        return new SqlStoredRule("reservation_of_booking", """
                select 'booking ' || b.id || ' is ' || b.status || ', its place is ' || coalesce(r.status || ' in session ' || s.id || ', '
                  || s.status, 'missing')
                from booking b left join reservation r on r.booking_id = b.id left join live_session s on s.id = r.session_id
                where (b.status = 'APPROVED') <> (r.status is not distinct from 'HELD')
                  or (b.status = 'APPROVED' and (s.status <> 'SCHEDULED' or s.service_id <> b.service_id or s.starts_at <> b.starts_at
                      or r.student_id <> b.student_id or r.ends_at <> b.ends_at)) order by b.id
                """, jdbc);
    }

    @Bean
    StoredRule storedEmptySessions(JdbcClient jdbc) {
        return new SqlStoredRule("session_has_places", """
                select 'session ' || s.id || ' is ' || s.status || ', with ' || count(r.id) || ' places held'
                from live_session s left join reservation r on r.session_id = s.id and r.status = 'HELD'
                group by s.id having (s.status = 'SCHEDULED') <> (count(r.id) > 0) order by s.id
                """, jdbc);
    }

    @Bean
    StoredRule storedMarksAfterEnd(JdbcClient jdbc) {
        return new SqlStoredRule("ck_attendance_after_end", """
                select 'reservation ' || id || ' is ' || status || ', ' || mark from reservation
                where mark is not null and (status <> 'HELD' or not marks or marked_at is null or marked_at < ends_at) order by id
                """, jdbc);
    }

    @Bean
    StoredRule storedMarksAuthor(JdbcClient jdbc) {
        return new SqlStoredRule("ck_attendance_author", """
                select 'reservation ' || id from reservation
                where num_nonnulls(mark, marked_by, marked_role, marked_at) not in (0, 4) order by id
                """, jdbc);
    }

    @Bean
    TrailHead storedSessionTrail(JdbcClient jdbc) {
        return new TrailHead("session", "live_session", "t.status", jdbc);
    }

    @Bean
    TrailHead storedAttendanceTrail(JdbcClient jdbc) {
        return new TrailHead("reservation", "reservation", "coalesce(t.mark, t.status)", jdbc);
    }
}
