--liquibase formatted sql

--changeset portal:0011-live-session
-- What results when bookings of a slot are approved. It ends with its last reservation, and comes back only for its own booking.
create table live_session (
  id          bigint generated always as identity constraint pk_live_session primary key,
  service_id  bigint      not null,
  resource_id bigint      not null,
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  slot_key    bigint generated always as
                ((service_id << 32) | (extract(epoch from starts_at at time zone 'UTC')::bigint / 60)) stored,
  status      text        not null constraint ck_live_session_status check (status in ('SCHEDULED', 'CANCELLED')),
  room        text        constraint ck_live_session_room check (room ~ '^[A-Za-z0-9_-]{22}$'),
  made_at     timestamptz not null,
  version     integer     not null default 1,
  constraint fk_live_session_service foreign key (service_id, resource_id) references service (id, resource_id),
  constraint ck_live_session_times check (starts_at < ends_at),
  constraint uq_live_session_room unique (room)
);
comment on column live_session.room is 'of the meeting link, too long to guess; null where people meet at a place';
create unique index uq_live_session_slot on live_session (slot_key) where (status = 'SCHEDULED');
create index ix_live_session_slot on live_session (slot_key, id);
create index ix_live_session_resource_time on live_session (resource_id, starts_at);
create index ix_live_session_time on live_session (starts_at);
grant select, insert, update on live_session to portal_application;

create table participant (
  session_id bigint      not null constraint fk_participant_session references live_session (id),
  account_id bigint      not null constraint fk_participant_account references account (id),
  joined_at  timestamptz not null,
  constraint pk_participant primary key (session_id, account_id)
);
grant select, insert on participant to portal_application;

create table reservation (
  id          bigint generated always as identity constraint pk_reservation primary key,
  booking_id  bigint      not null constraint fk_reservation_booking references booking (id),
  session_id  bigint      not null,
  resource_id bigint      not null constraint fk_reservation_resource references resource (id),
  student_id  bigint      not null,
  ends_at     timestamptz not null,
  marks       boolean     not null,
  status      text        not null constraint ck_reservation_status check (status in ('HELD', 'GIVEN_UP')),
  mark        text        constraint ck_reservation_mark check (mark in ('ATTENDED', 'NO_SHOW', 'EXCUSED')),
  marked_by   bigint      constraint fk_reservation_marked_by references account (id),
  marked_role text        constraint ck_reservation_marked_role check (marked_role in ('MENTOR', 'ADMIN')),
  marked_at   timestamptz,
  version     integer     not null default 1,
  constraint uq_reservation_booking unique (booking_id),
  constraint fk_reservation_participant foreign key (session_id, student_id) references participant (session_id, account_id),
  constraint ck_attendance_after_end check (mark is null or (status = 'HELD' and marks and marked_at >= ends_at)),
  constraint ck_attendance_author check (num_nonnulls(mark, marked_by, marked_role, marked_at) in (0, 4))
);
comment on column reservation.ends_at is 'copied from the booking, so that no mark can come before it';
comment on column reservation.marks is 'whether attendance is marked: of mentors'' services only';
create index ix_reservation_session on reservation (session_id);
create index ix_reservation_student on reservation (student_id, ends_at);
create index ix_reservation_waiting on reservation (resource_id, ends_at) where (marks and status = 'HELD' and mark is null);
grant select, insert, update on reservation to portal_application;
--rollback drop table reservation;
--rollback drop table participant;
--rollback drop table live_session;

--changeset portal:0011-sessions-of-what-was-approved splitStatements:false
-- What was approved before there were sessions gets its own, as if it had been approved by the set-up; moments are those of
-- the approvals.
do $$
begin
  insert into live_session (service_id, resource_id, starts_at, ends_at, status, room, made_at)
  select b.service_id, b.resource_id, b.starts_at, max(b.ends_at), 'SCHEDULED',
         case when r.kind = 'MENTOR' then translate(rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_') end,
         min(b.approved_at)
  from booking b join resource r on r.id = b.resource_id
  where b.status = 'APPROVED' group by b.service_id, b.resource_id, b.starts_at, r.kind;

  insert into participant (session_id, account_id, joined_at)
  select distinct on (s.id, b.student_id) s.id, b.student_id, b.approved_at from booking b join live_session s on s.slot_key = b.slot_key
  where b.status = 'APPROVED' order by s.id, b.student_id, b.approved_at;

  insert into reservation (booking_id, session_id, resource_id, student_id, ends_at, marks, status)
  select b.id, s.id, b.resource_id, b.student_id, b.ends_at, s.room is not null, 'HELD' from booking b join live_session s on s.slot_key = b.slot_key
  where b.status = 'APPROVED' order by b.id;

  insert into audit_event (subject_type, subject_id, seq, at, actor_id, actor_role, command, command_id, state_from, state_to, format, canonical, hash)
  select e.type, e.id, 1, e.at, 0, 'ADMIN', 'SetUp', e.command, null, e.state, 1, e.canonical, sha256(convert_to(e.canonical, 'UTF8'))
  from (
    select n.*, concat_ws(chr(10), 'subject=' || n.type || ':' || n.id, 'seq=1',
           'at=' || to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'actor=0', 'role=ADMIN', 'command=SetUp',
           'command-id=' || n.command, 'from=', 'to=' || n.state, 'reason=', '') as canonical
    from (select 'session' as type, id, made_at as at, 'SCHEDULED' as state, gen_random_uuid() as command from live_session
          union all
          select 'reservation', r.id, b.approved_at, 'HELD', gen_random_uuid() from reservation r join booking b on b.id = r.booking_id) n) e;
end;
$$;
--rollback delete from audit_event where subject_type in ('session', 'reservation');

--changeset portal:0011-marked
create index ix_reservation_marked on reservation (resource_id, marked_at) where (mark is not null);
--rollback drop index ix_reservation_marked;
