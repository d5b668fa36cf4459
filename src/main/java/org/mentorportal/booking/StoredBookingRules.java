package org.mentorportal.booking;

import org.mentorportal.audit.TrailHead;
import org.mentorportal.shared.SqlStoredRule;
import org.mentorportal.shared.StoredRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rules of DESIGN.md section 5 once more, over the rows as they are stored: for a database that was restored, moved, or
 * written to while a constraint was off. Each looks at the columns that people read, not at what an index was built from.
 */
@Configuration(proxyBeanMethods = false)
class StoredBookingRules {

    @Bean
    StoredRule storedResourceOverlap(JdbcClient jdbc) {
        return new SqlStoredRule("ex_booking_resource_overlap", """
                with slot as (
                  select resource_id, service_id, starts_at, min(id) as id, min(occupied_from) as begins, max(occupied_to) as ends
                  from booking where status in ('PENDING', 'APPROVED') group by resource_id, service_id, starts_at),
                ordered as (
                  select s.*, max(ends) over (partition by resource_id order by begins, id
                                              rows between unbounded preceding and 1 preceding) as busy_until from slot s)
                select 'bookings ' || o.id || ' and ' || b.id || ' on resource ' || b.resource_id
                from ordered b cross join lateral (
                  select s.id from slot s where s.resource_id = b.resource_id and (s.begins, s.id) < (b.begins, b.id) and s.ends > b.begins
                  order by s.begins, s.id limit 1) o
                where b.busy_until > b.begins order by b.id
                """, jdbc);
    }

    @Bean
    StoredRule storedStudentOverlap(JdbcClient jdbc) {
        return new SqlStoredRule("ex_booking_student_overlap", """
                with active as (select id, student_id, starts_at, ends_at from booking where status in ('PENDING', 'APPROVED')),
                ordered as (
                  select a.*, max(ends_at) over (partition by student_id order by starts_at, id
                                                 rows between unbounded preceding and 1 preceding) as busy_until from active a)
                select 'bookings ' || o.id || ' and ' || b.id || ' of student ' || b.student_id
                from ordered b cross join lateral (
                  select a.id from active a
                  where a.student_id = b.student_id and (a.starts_at, a.id) < (b.starts_at, b.id) and a.ends_at > b.starts_at
                  order by a.starts_at, a.id limit 1) o
                where b.busy_until > b.starts_at order by b.id
                """, jdbc);
    }

    @Bean
    StoredRule storedSeatOnce(JdbcClient jdbc) {
        return new SqlStoredRule("uq_booking_seat", """
                select 'bookings ' || string_agg(id::text, ' and ' order by id) || ' on seat ' || seat || ' of service ' || service_id
                from booking where status in ('PENDING', 'APPROVED') group by service_id, starts_at, seat having count(*) > 1
                """, jdbc);
    }

    @Bean
    StoredRule storedSeatExists(JdbcClient jdbc) {
        return new SqlStoredRule("ck_booking_seat", """
                select 'booking ' || id || ' on seat ' || seat || ' of ' || capacity from booking
                where seat not between 1 and capacity order by id
                """, jdbc);
    }

    @Bean
    StoredRule storedOnePerDay(JdbcClient jdbc) {
        return new SqlStoredRule("uq_booking_per_day", """
                select 'bookings ' || string_agg(id::text, ' and ' order by id) || ' of student ' || student_id || ' on ' || day
                from booking where one_per_day and status in ('PENDING', 'APPROVED')
                group by service_id, student_id, day having count(*) > 1
                """, jdbc);
    }

    @Bean
    StoredRule storedOccupiedTime(JdbcClient jdbc) {
        return new SqlStoredRule("ck_booking_occupied", """
                select 'booking ' || id from booking
                where buffer_before < 0 or buffer_after < 0
                  or extract(epoch from starts_at - occupied_from) <> buffer_before * 60
                  or extract(epoch from occupied_to - ends_at) <> buffer_after * 60 order by id
                """, jdbc);
    }

    @Bean
    StoredRule storedClosures(JdbcClient jdbc) {
        return new SqlStoredRule("tg_booking_closure", """
                select 'booking ' || b.id || ' inside closure ' || c.id
                from closure c join booking b on b.status in ('PENDING', 'APPROVED')
                  and (c.resource_id is null or b.resource_id = c.resource_id)
                  and b.starts_at > c.closed_at and b.occupied_from < c.ends_at and b.occupied_to > c.starts_at
                where c.lifted_at is null order by b.id
                """, jdbc);
    }

    @Bean
    StoredRule storedReasons(JdbcClient jdbc) {
        return new SqlStoredRule("ck_reason_given", """
                select 'booking ' || id || ', ' || status from booking
                where length(btrim(coalesce(reason, ''))) = 0 and (status in ('REJECTED', 'REVOKED')
                  or status = 'CANCELLED' and ended_by is distinct from student_id and hold_id is null and given_up_hold_id is null) order by id
                """, jdbc);
    }

    @Bean
    TrailHead storedTrail(JdbcClient jdbc) {
        return new TrailHead("booking", "booking", "t.status", jdbc);
    }

    @Bean
    TrailHead storedClosureTrail(JdbcClient jdbc) {
        return new TrailHead("closure", "closure", "case when t.lifted_at is null then 'CLOSED' else 'LIFTED' end", jdbc);
    }
}
