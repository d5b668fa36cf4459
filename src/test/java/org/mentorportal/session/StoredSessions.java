package org.mentorportal.session;

import java.util.List;
import java.util.Map;
import org.mentorportal.booking.BookingDetails;
import org.mentorportal.booking.BookingId;
import org.mentorportal.catalogue.ServiceInfo;
import org.mentorportal.shared.StoredRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is stored of a service's sessions, and whether every rule about stored rows holds. */
record StoredSessions(JdbcClient jdbc, List<StoredRule> rules) {

    /** "SCHEDULED places=2", by id. */
    List<String> of(ServiceInfo service) {
        return jdbc.sql("""
                select s.status || ' places=' || count(r.id) filter (where r.status = 'HELD')
                from live_session s left join reservation r on r.session_id = s.id
                where s.service_id = ? group by s.id order by s.id""").param(service.id().value()).query(String.class).list();
    }

    /** Rows of sessions, participations and reservations of the service. */
    List<Long> counts(ServiceInfo service) {
        return jdbc.sql("""
                select count(*) from live_session where service_id = :service union all
                select count(*) from participant p join live_session s on s.id = p.session_id where s.service_id = :service union all
                select count(*) from reservation r join live_session s on s.id = r.session_id where s.service_id = :service""")
                .param("service", service.id().value()).query(Long.class).list();
    }

    Map<String, Object> place(BookingDetails booking) {
        return place(booking.id());
    }

    Map<String, Object> place(BookingId booking) {
        return jdbc.sql("select * from reservation where booking_id = ?").param(booking.value()).query().singleRow();
    }

    /** Of sessions, places and marks only: other tests plant faults in bookings. */
    List<String> faults() {
        return rules.stream().filter(rule -> rule.name().matches(
                "uq_live_session_slot|uq_reservation_booking|pk_participant|session_has_places|ck_attendance_.*|session_trail|reservation_trail"))
                .flatMap(rule -> rule.faults().stream()).toList();
    }
}
