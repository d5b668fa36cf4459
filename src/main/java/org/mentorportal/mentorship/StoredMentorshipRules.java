package org.mentorportal.mentorship;

import org.mentorportal.audit.TrailHead;
import org.mentorportal.shared.SqlStoredRule;
import org.mentorportal.shared.StoredRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of cycles, enrolments, suspensions and warnings once more, over the rows as they are stored. */
@Configuration(proxyBeanMethods = false)
class StoredMentorshipRules {

    @Bean
    TrailHead storedCycleTrail(JdbcClient jdbc) {
        return new TrailHead("cycle", "cycle", "'" + CycleHistory.STATE + "'", jdbc);
    }

    @Bean
    TrailHead storedEnrolmentTrail(JdbcClient jdbc) {
        return new TrailHead("enrolment", "enrolment", "t.status", jdbc);
    }

    @Bean
    TrailHead storedWarningTrail(JdbcClient jdbc) {
        return new TrailHead("warning", "warning", "t.status", jdbc);
    }

    @Bean
    StoredRule storedCycleServices(JdbcClient jdbc) {
        return new SqlStoredRule("ex_cycle_service", """
                select 'service ' || a.service_id || ' in cycles ' || a.cycle_id || ' and ' || b.cycle_id
                from cycle_service a join cycle c on c.id = a.cycle_id
                join cycle_service b on b.service_id = a.service_id and b.cycle_id > a.cycle_id join cycle d on d.id = b.cycle_id
                where c.first_day <= d.last_day and d.first_day <= c.last_day order by a.service_id
                """, jdbc);
    }

    @Bean
    StoredRule storedEnrolmentOnce(JdbcClient jdbc) {
        return new SqlStoredRule("uq_enrolment", """
                select 'enrolments ' || string_agg(id::text, ' and ' order by id) || ' of student ' || student_id || ' in cycle ' || cycle_id
                from enrolment group by cycle_id, student_id having count(*) > 1
                """, jdbc);
    }

    @Bean
    StoredRule storedSuspensions(JdbcClient jdbc) {
        return new SqlStoredRule("uq_suspension_open", """
                select 'enrolment ' || e.id || ' is ' || e.status || ', its open suspensions are ' || coalesce(s.kinds, 'none')
                from enrolment e left join lateral (
                  select string_agg(kind, ' and ' order by id) as kinds from suspension where enrolment_id = e.id and ended_at is null) s on true
                where nullif(e.status, 'ACTIVE') is distinct from s.kinds order by e.id
                """, jdbc);
    }

    @Bean
    StoredRule storedWarningOnce(JdbcClient jdbc) {
        return new SqlStoredRule("uq_warning_booking", """
                select 'warnings ' || string_agg(id::text, ' and ' order by id) || ' for booking ' || booking_id
                from warning group by booking_id having count(*) > 1
                """, jdbc);
    }

    /** A warning is raised as long as its booking is marked as a no-show, and no longer. */
    @Bean
    StoredRule storedWarningMarks(JdbcClient jdbc) {
        return new SqlStoredRule("warning_mark", """
                select 'warning ' || w.id || ' is ' || w.status || ', its booking ' || w.booking_id || ' is marked ' || coalesce(r.mark, 'not at all')
                from warning w left join reservation r on r.booking_id = w.booking_id
                where (w.status = 'RAISED') is distinct from (coalesce(r.mark, '') = 'NO_SHOW') order by w.id
                """, jdbc);
    }
}
