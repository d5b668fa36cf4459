package org.mentorportal.trail;

/**
 * Which events are about somebody's own subjects, by the tables as they are now: what is a student's, what happens on a
 * mentor's own resource, and whom a mentor leads (DESIGN.md section 9). Condition on {@code audit_event e}.
 */
final class Reach {

    /** Bookings, places, sessions, memberships, warnings, the account, its tokens. */
    private static final String STUDENT = """
            select 'booking', id from booking where student_id = any(:%1$s)
            union all select 'reservation', id from reservation where student_id = any(:%1$s)
            union all select 'session', session_id from reservation where student_id = any(:%1$s) and status = 'HELD'
            union all select 'enrolment', id from enrolment where student_id = any(:%1$s)
            union all select 'warning', w.id from warning w join enrolment n on n.id = w.enrolment_id where n.student_id = any(:%1$s)
            union all select 'account', id from account where id = any(:%1$s)
            union all select 'second-factor', account_id from second_factor where account_id = any(:%1$s)
            union all select 'access-token', id from access_token where account_id = any(:%1$s)
            """;

    private static final String MENTOR = """
            union all select 'booking', id from booking where resource_id = :resource
            union all select 'reservation', id from reservation where resource_id = :resource
            union all select 'session', id from live_session where resource_id = :resource
            union all select 'closure', id from closure where resource_id = :resource
            union all select 'service', id from service where resource_id = :resource
            union all select 'resource', id from resource where id = :resource
            union all select 'enrolment', id from enrolment where lead_mentor_id = :lead
            union all select 'warning', w.id from warning w join enrolment n on n.id = w.enrolment_id where n.lead_mentor_id = :lead
            """;

    private static final String AMONG = "(e.subject_type, e.subject_id) in (";

    /** Own subjects of the account {@code :me}, who leads as {@code :lead} and whose resource is {@code :resource}; 0 for none. */
    static final String OWN = AMONG + STUDENT.formatted("me") + MENTOR + ")";

    /** Done by one of {@code :persons}, or about them. */
    static final String PERSONS = "(e.actor_id = any(:persons) or " + AMONG + STUDENT.formatted("persons") + "))";

    /** Of the subject {@code :type} {@code :id}, and what belongs to it. */
    static final String SUBJECT = """
            (e.subject_type = :type and e.subject_id = :id
             or :type = 'booking' and (e.subject_type = 'reservation' and e.subject_id in (select id from reservation where booking_id = :id)
                                       or e.subject_type = 'warning' and e.subject_id in (select id from warning where booking_id = :id))
             or :type = 'session' and e.subject_type = 'reservation' and e.subject_id in (select id from reservation where session_id = :id)
             or :type = 'enrolment' and e.subject_type = 'warning' and e.subject_id in (select id from warning where enrolment_id = :id))
            """;

    /** Whose reasons are between a mentee, their lead mentor and admins, or on a mentor's behalf. */
    static final String CONFIDENTIAL = "e.subject_type in ('enrolment', 'warning', 'reservation')";

    private Reach() {
    }
}
