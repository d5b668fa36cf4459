package org.mentorportal.mentorship;

import org.mentorportal.shared.SqlStoredRule;
import org.mentorportal.shared.StoredRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rules of cycles, enrolments, suspensions and warnings once more, over the rows as they are stored. */
@Configuration(proxyBeanMethods = false)
class StoredMentorshipRules {

    /** Also sees a trail whose end was cut off, and one whose subject is gone. */
    private static final String TRAIL = """
            select '%1$s ' || t.id || ' is ' || %2$s || ' at version ' || t.version || ', its trail ends '
              || coalesce(e.state_to || ' at ' || e.seq, 'before it begins')
            from %1$s t left join lateral (
              select seq, state_to from audit_event where subject_type = '%1$s' and subject_id = t.id order by seq desc limit 1) e on true
            where e.seq is distinct from t.version or e.state_to is distinct from %2$s
            union all
            select '%1$s ' || e.subject_id || ' is gone, its trail is not' from audit_event e
            where e.subject_type = '%1$s' and e.seq = 1 and not exists (select 1 from %1$s t where t.id = e.subject_id)
            """;

    @Bean
    StoredRule storedCycleTrail(JdbcClient jdbc) {
        return new SqlStoredRule("cycle_trail", TRAIL.formatted("cycle", "'" + CycleHistory.STATE + "'"), jdbc);
    }

    @Bean
    StoredRule storedEnrolmentTrail(JdbcClient jdbc) {
        return new SqlStoredRule("enrolment_trail", TRAIL.formatted("enrolment", "t.status"), jdbc);
    }

    @Bean
    StoredRule storedWarningTrail(JdbcClient jdbc) {
        return new SqlStoredRule("warning_trail", TRAIL.formatted("warning", "t.status"), jdbc);
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
