package org.mentorportal.booking.model;

import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.booking.model.Model.Hold;

/** The rows of one run about sessions, attendance, cycles and mentees, as the database has them and as the model foretells them. */
final class StoredMentees {

    /** Sessions are named by their slot and which of it they are: their numbers are nobody's to know. */
    static final String TABLES = """
            s as materialized (
              select *, service_id || ' ' || extract(epoch from starts_at)::bigint || ' ' || row_number() over (partition by slot_key order by id) as which
              from live_session where resource_id in (:ground, :mentor) and starts_at >= :begins and starts_at < :ends),
            r as materialized (select r.* from b join reservation r on r.booking_id = b.id),
            cy as materialized (select * from cycle where name like :cycles),
            en as materialized (select n.* from cy join enrolment n on n.cycle_id = cy.id),
            su as materialized (select u.*, row_number() over (partition by u.enrolment_id order by u.id) as nth
              from en join suspension u on u.enrolment_id = en.id),
            wa as materialized (select w.* from en join warning w on w.enrolment_id = en.id)""";

    static final String EVENTS = """
              union all
              select s.which, e.* from s join audit_event e on e.subject_type = 'session' and e.subject_id = s.id
              union all
              select r.booking_id::text, e.* from r join audit_event e on e.subject_type = 'reservation' and e.subject_id = r.id
              union all
              select cy.id::text, e.* from cy join audit_event e on e.subject_type = 'cycle' and e.subject_id = cy.id
              union all
              select en.id::text, e.* from en join audit_event e on e.subject_type = 'enrolment' and e.subject_id = en.id
              union all
              select wa.booking_id::text, e.* from wa join audit_event e on e.subject_type = 'warning' and e.subject_id = wa.id""";

    static final String ROWS = """
            union all
            select concat_ws(' ', 'session', which, extract(epoch from ends_at)::bigint, resource_id, status, room is not null, 'made',
              extract(epoch from made_at)::bigint, 'v', version) from s
            union all
            select concat_ws(' ', 'participant', s.which, p.account_id, extract(epoch from p.joined_at)::bigint)
            from s join participant p on p.session_id = s.id
            union all
            select concat_ws(' ', 'place', r.booking_id, s.which, r.student_id, extract(epoch from r.ends_at)::bigint, r.marks, r.status,
              coalesce(r.mark, '-'), coalesce(r.marked_by, 0), coalesce(r.marked_role, '-'), coalesce(extract(epoch from r.marked_at)::bigint, 0),
              'v', r.version) from r left join s on s.id = r.session_id
            union all
            select concat_ws(' ', 'cycle', cy.id, cy.first_day, cy.last_day, cy.no_show_limit, 'v', cy.version, cy.name,
              (select string_agg(service_id || ' ' || (c.first_day = cy.first_day and c.last_day = cy.last_day), ' ' order by service_id)
               from cycle_service c where c.cycle_id = cy.id)) from cy
            union all
            select concat_ws(' ', 'enrolment', en.id, cycle_id, student_id, lead_mentor_id, status, 'by', enrolled_by,
              extract(epoch from enrolled_at)::bigint, 'declined', coalesce(extract(epoch from declined_at)::bigint, 0), 'v', version,
              (select string_agg(weekday || ' ' || left(time_of_day::text, 5) || ' ' || service_id, ', ' order by weekday, time_of_day, service_id)
               from plan_entry p where p.enrolment_id = en.id)) from en
            union all
            select concat_ws(' ', 'suspension', id, enrolment_id, hold_id, kind, 'by', begun_by, begun_role, extract(epoch from begun_at)::bigint,
              'ended', coalesce(ended_by, 0), coalesce(extract(epoch from ended_at)::bigint, 0), 'v', version, coalesce(reason, '-')) from su
            union all
            select concat_ws(' ', 'warning', id, enrolment_id, booking_id, status, 'by', raised_by, extract(epoch from raised_at)::bigint,
              'led to', coalesce(led_to, 0), 'settled by', coalesce(settled_by, 0), 'v', version, coalesce(extract(epoch from answered_at)::bigint, 0),
              coalesce(answer, '-')) from wa
            union all
            select 'RULE uq_live_session_slot ' || slot_key from s where status = 'SCHEDULED' group by slot_key having count(*) > 1
            union all
            select 'RULE reservation_of_booking ' || b.id from b left join r on r.booking_id = b.id left join s on s.id = r.session_id
            where (b.status = 'APPROVED') <> (r.status is not distinct from 'HELD') or (b.status = 'APPROVED' and (s.id is null
              or s.status <> 'SCHEDULED' or s.slot_key <> b.slot_key or r.student_id <> b.student_id or r.ends_at <> b.ends_at))
            union all
            select 'RULE session_has_places ' || s.id from s left join r on r.session_id = s.id and r.status = 'HELD'
            group by s.id, s.status having (s.status = 'SCHEDULED') <> (count(r.id) > 0)
            union all
            select 'RULE ck_attendance_after_end ' || id from r where mark is not null and (status <> 'HELD' or not marks or marked_at < ends_at)
              or num_nonnulls(mark, marked_by, marked_role, marked_at) not in (0, 4)
            union all
            select 'RULE uq_suspension_open ' || en.id from en left join su on su.enrolment_id = en.id and su.ended_at is null
            group by en.id, en.status having nullif(en.status, 'ACTIVE') is distinct from string_agg(su.kind, ' ')
            union all
            select 'RULE warning_mark ' || wa.id from wa left join r on r.booking_id = wa.booking_id
            where (wa.status = 'RAISED') <> (r.mark is not distinct from 'NO_SHOW')
            union all
            select 'RULE held_by_open_suspension ' || b.id from b join su on su.hold_id = b.hold_id where b.status <> 'CANCELLED' or b.held_status is null
            union all
            select 'RULE trail ' || t.type || ' ' || t.id from (
              select 'session' as type, id, version, status as state from s
              union all select 'reservation', id, version, coalesce(mark, status) from r
              union all select 'cycle', id, version, 'SET' from cy
              union all select 'enrolment', id, version, status from en
              union all select 'warning', id, version, status from wa) t
            where t.version <> (select count(*) from e where e.subject_type = t.type and e.subject_id = t.id)
              or t.state is distinct from (select e.state_to from e where e.subject_type = t.type and e.subject_id = t.id and e.seq = t.version)
            """;

    private StoredMentees() {
    }

    static Stream<String> foretold(World world, Model model) {
        Mentees mentees = model.mentees;
        return Stream.of(model.gathered.sessions.stream().map(session -> session(world, session)),
                model.gathered.sessions.stream().flatMap(session -> session.participants.entrySet().stream()
                        .map(one -> line("participant", session.which, world.number(one.getKey()), seconds(one.getValue())))),
                model.gathered.places.values().stream().map(place -> place(world, place)), mentees.cycles.stream().map(cycle -> cycle(world, cycle)),
                mentees.enrolments.stream().map(enrolment -> enrolment(world, enrolment)),
                mentees.suspensions.stream().map(one -> suspension(world, one)), mentees.warnings.stream().map(one -> warning(world, one)))
                .flatMap(lines -> lines);
    }

    private static String session(World world, Gathered.Session session) {
        return line("session", session.which, session.end.getEpochSecond(), world.resource(session.offer.place), session.status,
                session.offer.place == Offer.Place.MENTOR ? "t" : "f", "made", seconds(session.madeAt), "v", session.version);
    }

    private static String place(World world, Gathered.Place place) {
        Who marker = place.marker;
        return line("place", place.booking.row, place.session.which, world.number(place.booking.student), seconds(place.end), place.marks() ? "t" : "f",
                place.status, place.mark == null ? "-" : place.mark, number(world, marker), marker == null ? "-" : marker.role, seconds(place.markedAt),
                "v", place.version);
    }

    private static String cycle(World world, Mentees.Cycle cycle) {
        return line("cycle", cycle.row, cycle.first, cycle.last, cycle.limit, "v", cycle.version, cycle.name,
                cycle.offers.stream().map(offer -> world.services().get(offer).id().value()).sorted().map(id -> id + " true")
                        .collect(Collectors.joining(" "))).strip();
    }

    private static String enrolment(World world, Mentees.Enrolment enrolment) {
        return line("enrolment", enrolment.row, enrolment.cycle.row, world.number(enrolment.student), world.number(enrolment.lead), enrolment.status,
                "by", world.number(enrolment.enroller), seconds(enrolment.enrolledAt), "declined", seconds(enrolment.declinedAt), "v", enrolment.version,
                enrolment.plan.stream().map(time -> time.weekday().getValue() + " " + LocalTime.of(time.time().getHour(), time.time().getMinute()) + " "
                        + world.services().get(time.offer()).id()).collect(Collectors.joining(", "))).strip();
    }

    private static String suspension(World world, Mentees.Suspension one) {
        return line("suspension", one.row, one.enrolment.row, one.hold.row, one.kind, "by", world.number(one.by), one.by.role, seconds(one.at), "ended",
                number(world, one.endedBy), seconds(one.endedAt), "v", one.endedAt == null ? 1 : 2, one.reason);
    }

    private static String warning(World world, Mentees.Warning one) {
        return line("warning", one.row, one.enrolment.row, one.booking.row, one.status, "by", world.number(one.raisedBy), seconds(one.raisedAt), "led to",
                one.ledTo == null ? 0 : one.ledTo.row, "settled by", one.settledBy == null ? 0 : one.settledBy.row, "v", one.version,
                seconds(one.answeredAt), one.answer == null ? "-" : one.answer);
    }

    /** What holds a booking: a closure by its own number, a suspension by its hold's. */
    static String hold(Model model, @Nullable Hold hold) {
        return hold == null ? "-" : model.closures.stream().filter(closure -> closure.hold == hold).findFirst().map(closure -> "closure " + closure.row)
                .orElse("hold " + hold.row);
    }

    private static long number(World world, @Nullable Who who) {
        return who == null ? 0 : world.number(who);
    }

    private static long seconds(@Nullable Instant moment) {
        return moment == null ? 0 : moment.getEpochSecond();
    }

    private static String line(Object... parts) {
        return String.join(" ", Stream.of(parts).map(String::valueOf).toList());
    }
}
