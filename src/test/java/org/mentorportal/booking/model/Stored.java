package org.mentorportal.booking.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mentorportal.catalogue.Limits;
import org.mentorportal.catalogue.Timing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every row of one run as a line of text, as the database has it and as the model foretells it, and the rules over these rows. */
final class Stored {

    private static final String RULE = "RULE";

    /**
     * The rules are those of audit.StoredChain and booking.StoredBookingRules, over the run's rows only. A run's bookings
     * are few, so that pairs of them can be compared outright.
     */
    private static final String ROWS = """
            with b as materialized (
              select *, status in ('PENDING', 'APPROVED') as active from booking
              where resource_id in (:ground, :mentor) and starts_at >= :begins and starts_at < :ends),
            c as materialized (
              select * from closure
              where closed_by = any(:people) and starts_at >= :begins and starts_at < :ends),
            """ + StoredMentees.TABLES + """
            ,
            e as materialized (
              select b.id::text as key, e.* from b join audit_event e on e.subject_type = 'booking' and e.subject_id = b.id
              union all
              select c.id::text, e.* from c join audit_event e on e.subject_type = 'closure' and e.subject_id = c.id
              union all
              select first.id::text, e.* from unnest(:services::bigint[], :versions::integer[]) as first (id, version)
              join audit_event e on e.subject_type = 'service' and e.subject_id = first.id and e.seq > first.version
            """ + StoredMentees.EVENTS + """
            )
            select concat_ws(' ', 'booking', id, service_id, resource_id, student_id, extract(epoch from starts_at)::bigint,
              extract(epoch from ends_at)::bigint, extract(epoch from occupied_from)::bigint, extract(epoch from occupied_to)::bigint,
              status, 'v', version, 'seat', seat, capacity, day, one_per_day, 'by', requested_by,
              extract(epoch from requested_at)::bigint, 'approved', coalesce(approved_by, 0), coalesce(extract(epoch from approved_at)::bigint, 0),
              'ended', coalesce(ended_by, 0), coalesce(reason, '-'), coalesce(held_status, '-'), 'held by',
              coalesce((select 'closure ' || c.id from c where c.hold_id = b.hold_id), 'hold ' || hold_id, '-'), 'given up',
              coalesce((select 'closure ' || c.id from c where c.hold_id = b.given_up_hold_id), 'hold ' || given_up_hold_id, '-'),
              purpose, players, contact) from b
            union all
            select concat_ws(' ', 'closure', id, coalesce(resource_id, 0), extract(epoch from starts_at)::bigint,
              extract(epoch from ends_at)::bigint, reason, 'by', closed_by, 'v', version, 'lifted', coalesce(lifted_by, 0)) from c
            union all
            select concat_ws(' ', 'service', id, 'v', version, retired, capacity, players, approval, duration, step, buffer_before,
              buffer_after, notice, horizon, cancel_deadline, coalesce(per_day, 0), coalesce(per_week, 0), coalesce(at_once, 0), one_per_day,
              (select string_agg(weekday || ' ' || left(opens::text, 5) || ' ' || left(closes::text, 5), ', ' order by weekday, opens)
               from opening_hours where service_id = service.id)) from service where id = any(:services)
            union all
            select concat_ws(' ', 'event', e.subject_type, e.key, e.seq, coalesce(e.state_from, '-'), e.state_to, e.actor_id,
              e.actor_role, e.command, coalesce(r.reason, '-')) from e left join audit_reason r using (subject_type, subject_id, seq)
            union all
            select concat_ws(' ', 'receipt', r.actor_id, r.command_key, r.subject_id, r.subject_state, r.subject_version,
              extract(epoch from r.kept_at)::bigint)
            from unnest(:actors::bigint[], :keys::text[]) as k (actor, key) join command_receipt r on r.actor_id = k.actor and r.command_key = k.key
            union all
            select concat_ws(' ', 'message', m.account_id, m.kind, coalesce(m.booking_id, 0), coalesce(m.enrolment_id, 0), m.sender_id, coalesce(m.reason, '-'),
              extract(epoch from m.sent_at)::bigint)
            from inbox_message m where m.account_id = any(:people) and m.sent_at >= :begins
            union all
            select 'RULE ex_booking_resource_overlap ' || x.id || ' ' || y.id from b x join b y on x.id < y.id and x.resource_id = y.resource_id
              and x.active and y.active and x.slot_key <> y.slot_key and x.occupied_from < y.occupied_to and y.occupied_from < x.occupied_to
            union all
            select 'RULE uq_booking_seat ' || x.id || ' ' || y.id from b x join b y on x.id < y.id and x.active and y.active
              and x.service_id = y.service_id and x.starts_at = y.starts_at and x.seat = y.seat
            union all
            select 'RULE ck_booking_seat ' || service_id || ' ' || starts_at from b where active
              group by service_id, starts_at
              having count(*) > max(capacity) or bool_or(seat > capacity)
            union all
            select 'RULE ex_booking_student_overlap ' || x.id || ' ' || y.id from b x join b y on x.id < y.id and x.student_id = y.student_id
              and x.active and y.active and x.starts_at < y.ends_at and y.starts_at < x.ends_at
            union all
            select 'RULE uq_booking_per_day ' || x.id || ' ' || y.id from b x join b y on x.id < y.id and x.student_id = y.student_id
              and x.active and y.active and x.service_id = y.service_id and x.day = y.day and x.one_per_day and y.one_per_day
            union all
            select 'RULE ck_booking_occupied ' || id from b where extract(epoch from starts_at - occupied_from) <> buffer_before * 60
              or extract(epoch from occupied_to - ends_at) <> buffer_after * 60
            union all
            select 'RULE tg_booking_closure ' || b.id || ' ' || c.id from c join b on b.active and (c.resource_id is null or c.resource_id = b.resource_id)
              and c.lifted_at is null and b.starts_at > c.closed_at and b.occupied_from < c.ends_at and b.occupied_to > c.starts_at
            union all
            select 'RULE ck_reason_given ' || id from b where reason is null and (status in ('REJECTED', 'REVOKED')
              or status = 'CANCELLED' and ended_by is distinct from student_id and hold_id is null and given_up_hold_id is null)
            union all
            select 'RULE booking_trail ' || b.id from b where (select count(*) from e where e.subject_type = 'booking' and e.subject_id = b.id) <> b.version
              or b.status is distinct from (select e.state_to from e where e.subject_type = 'booking' and e.subject_id = b.id and e.seq = b.version)
            union all
            select 'RULE service_trail ' || s.id from service s where s.id = any(:services)
              and s.version <> (select max(seq) from audit_event where subject_type = 'service' and subject_id = s.id)
            union all
            select 'RULE audit_chain ' || e.subject_type || ' ' || e.subject_id || ' ' || e.seq
            from e left join audit_event p on p.subject_type = e.subject_type and p.subject_id = e.subject_id and p.seq = e.seq - 1
            where e.previous_hash is distinct from p.hash or (e.seq > 1 and p.id is null)
              or e.hash <> sha256(coalesce(e.previous_hash, ''::bytea) || convert_to(e.canonical, 'UTF8'))
            """ + StoredMentees.ROWS;

    private static final String SESSION = "select id from live_session where service_id = ? and starts_at = ? order by id offset ? limit 1";
    private static final String WARNING = "select id from warning where booking_id = ?";

    private final JdbcClient jdbc;

    Stored(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param sent whatever was sent until now, done or not */
    List<String> differences(World world, Model model, List<Model.KeyOf> sent) {
        List<String> stored = rows(world, sent);
        var differences = new ArrayList<>(stored.stream().filter(line -> line.startsWith(RULE)).toList());
        List<String> rows = new ArrayList<>(stored.stream().filter(line -> !line.startsWith(RULE)).toList());
        List<String> foretold = foretold(world, model);
        foretold.stream().filter(line -> !rows.remove(line)).forEach(line -> differences.add("foretold: " + line));
        rows.forEach(line -> differences.add("  stored: " + line));
        return differences;
    }

    /** Gives the rows whose numbers no answer says those that they have. */
    void learn(World world, Model model) {
        model.gathered.sessions.stream().filter(session -> session.row.id == 0).forEach(session -> session.row.id = jdbc.sql(SESSION)
                .param(session.which.service()).param(session.which.start().atOffset(ZoneOffset.UTC)).param(session.which.nth() - 1)
                .query(Long.class).optional().orElse(0L));
        model.mentees.warnings.stream().filter(warning -> warning.row.id == 0).forEach(warning -> warning.row.id = jdbc.sql(WARNING)
                .param(warning.booking.row.id).query(Long.class).optional().orElse(0L));
    }

    private List<String> rows(World world, List<Model.KeyOf> sent) {
        return jdbc.sql(ROWS).param("ground", world.resource(Offer.Place.GROUND).value()).param("mentor", world.resource(Offer.Place.MENTOR).value())
                .param("begins", world.begins().atOffset(ZoneOffset.UTC)).param("ends", world.ends().atOffset(ZoneOffset.UTC))
                .param("actors", sent.stream().map(key -> world.number(key.who())).toArray(Long[]::new))
                .param("keys", sent.stream().map(Model.KeyOf::key).toArray(String[]::new))
                .param("services", Stream.of(Offer.values()).map(offer -> world.services().get(offer).id().value()).toArray(Long[]::new))
                .param("versions", Stream.of(Offer.values()).map(offer -> world.services().get(offer).version()).toArray(Integer[]::new))
                .param("people", Stream.of(Who.values()).map(world::number).toArray(Long[]::new)).param("cycles", world.cycleName() + "%")
                .query(String.class).list();
    }

    private static List<String> foretold(World world, Model model) {
        return Stream.of(model.bookings.stream().map(booking -> booking(world, model, booking)),
                model.closures.stream().map(closure -> line("closure", closure.row.id, switch (closure.what) {
                    case GROUND -> world.resource(Offer.Place.GROUND).value();
                    case MENTOR -> world.resource(Offer.Place.MENTOR).value();
                    case SCHOOL -> 0;
                }, seconds(closure.from), seconds(closure.to), closure.reason, "by", world.number(closure.by), "v",
                        closure.liftedBy == null ? 1 : 2, "lifted", number(world, closure.liftedBy))),
                model.services.values().stream().map(Stored::service),
                model.events.stream().map(event -> line("event", event.type(), event.subject(), event.seq(), event.from(), event.to(),
                        world.number(event.who()), event.who().role, event.command(), event.reason())),
                model.receipts.entrySet().stream().map(kept -> line("receipt", world.number(kept.getKey().who()), kept.getKey().key(),
                        kept.getValue().answer().subject().id, kept.getValue().answer().state(), kept.getValue().answer().version(),
                        seconds(kept.getValue().at()))),
                model.inbox.stream().map(message -> line("message", world.number(message.reader()), message.kind(),
                        message.booking() == null ? 0 : message.booking().row, message.enrolment() == null ? 0 : message.enrolment().row,
                        world.number(message.sender()), message.reason(), seconds(message.at()))), StoredMentees.foretold(world, model))
                .flatMap(lines -> lines).toList();
    }

    private static String booking(World world, Model model, Model.Booking booking) {
        Offer offer = booking.offer;
        return line("booking", booking.row.id, world.services().get(offer).id(), world.resource(offer.place), world.number(booking.student),
                seconds(booking.start), seconds(booking.end), seconds(booking.occupiedFrom),
                seconds(booking.occupiedTo), booking.status, "v", booking.version, "seat", booking.seat, booking.capacity,
                world.day(booking.start), booking.onePerDay ? "t" : "f", "by", world.number(booking.requester), seconds(booking.requestedAt),
                "approved", number(world, booking.approver), booking.approvedAt == null ? 0 : seconds(booking.approvedAt),
                "ended", number(world, booking.ender), booking.reason, booking.heldStatus, "held by", StoredMentees.hold(model, booking.hold),
                "given up", StoredMentees.hold(model, booking.givenUp), booking.purpose, booking.players, booking.contact);
    }

    private static String service(Model.Service service) {
        Terms terms = service.terms;
        Timing timing = terms.timing();
        Limits limits = terms.limits();
        return line("service", service.row.id, "v", service.version, service.retired ? "t" : "f", terms.capacity(), terms.players(),
                terms.approval(), timing.duration(), timing.step(), timing.bufferBefore(), timing.bufferAfter(), timing.notice(),
                timing.horizon(), limits.cancelDeadline(), most(limits.perDay()), most(limits.perWeek()), most(limits.atOnce()),
                terms.onePerDay() ? "t" : "f", terms.hours().stream().map(window -> window.weekday().getValue() + " " + window.opens()
                        + " " + window.closes()).collect(Collectors.joining(", "))).strip();
    }

    private static int most(@Nullable Integer most) {
        return most == null ? 0 : most;
    }

    private static long number(World world, @Nullable Who who) {
        return who == null ? 0 : world.number(who);
    }

    private static long seconds(Instant moment) {
        return moment.getEpochSecond();
    }

    private static String line(Object... parts) {
        return String.join(" ", Stream.of(parts).map(String::valueOf).toList());
    }
}
