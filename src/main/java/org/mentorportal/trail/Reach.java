package org.mentorportal.trail;

/**
 * Which events are about somebody's own subjects, by the tables as they are now: what is a student's, what happens on a
 * mentor's own resource, and whom a mentor leads (DESIGN.md section 9). Condition on {@code audit_event e}.
 */
final class Reach {

    /** Bookings, places, sessions, memberships, warnings, the account, its tokens. */
    private static final String STUDENT = """
            e.subject_type = 'booking' and e.subject_id in (select id from booking where student_id = any(:%1$s))
            or e.subject_type = 'reservation' and e.subject_id in (select id from reservation where student_id = any(:%1$s))
            or e.subject_type = 'session' and e.subject_id in
              (select session_id from reservation where student_id = any(:%1$s) and status = 'HELD')
            or e.subject_type = 'enrolment' and e.subject_id in (select id from enrolment where student_id = any(:%1$s))
            or e.subject_type = 'warning' and e.subject_id in
              (select w.id from warning w join enrolment n on n.id = w.enrolment_id where n.student_id = any(:%1$s))
            or e.subject_type = 'account' and e.subject_id = any(:%1$s)
            or e.subject_type = 'access-token' and e.subject_id in (select id from access_token where account_id = any(:%1$s))
            """;

    private static final String MENTOR = """
            e.subject_type = 'booking' and e.subject_id in (select id from booking where resource_id = :resource)
            or e.subject_type = 'reservation' and e.subject_id in (select id from reservation where resource_id = :resource)
            or e.subject_type = 'session' and e.subject_id in (select id from live_session where resource_id = :resource)
            or e.subject_type = 'closure' and e.subject_id in (select id from closure where resource_id = :resource)
            or e.subject_type = 'service' and e.subject_id in (select id from service where resource_id = :resource)
            or e.subject_type = 'resource' and e.subject_id = :resource
            or e.subject_type = 'enrolment' and e.subject_id in (select id from enrolment where lead_mentor_id = :lead)
            or e.subject_type = 'warning' and e.subject_id in
              (select w.id from warning w join enrolment n on n.id = w.enrolment_id where n.lead_mentor_id = :lead)
            """;

    /** Own subjects of the account {@code :me}, who leads as {@code :lead} and whose resource is {@code :resource}; 0 for none. */
    static final String OWN = "(" + STUDENT.formatted("me") + " or " + MENTOR + ")";

    /** Done by one of {@code :persons}, or about them. */
    static final String PERSONS = "(e.actor_id = any(:persons) or " + STUDENT.formatted("persons") + ")";

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
