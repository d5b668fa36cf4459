--liquibase formatted sql

--changeset portal:0004-closure
-- What a closure (later also a suspension) is to the bookings that it cancelled.
create table hold (
  id   bigint generated always as identity constraint pk_hold primary key,
  kind text not null constraint ck_hold_kind check (kind in ('CLOSURE', 'SUSPENSION'))
);
grant select, insert on hold to portal_application;

create table closure (
  id          bigint generated always as identity constraint pk_closure primary key,
  hold_id     bigint      not null constraint fk_closure_hold references hold (id),
  resource_id bigint      constraint fk_closure_resource references resource (id),
  starts_at   timestamptz not null,
  ends_at     timestamptz not null,
  reason      text        not null constraint ck_closure_reason check (length(btrim(reason)) between 1 and 300),
  closed_by   bigint      not null constraint fk_closure_closed_by references account (id),
  closed_at   timestamptz not null,
  lifted_by   bigint      constraint fk_closure_lifted_by references account (id),
  lifted_at   timestamptz,
  version     integer     not null default 1,
  constraint uq_closure_hold unique (hold_id),
  constraint ck_closure_times check (starts_at < ends_at),
  constraint ck_closure_lifted check ((lifted_by is null) = (lifted_at is null))
);
comment on column closure.resource_id is 'null = the whole school';
create index ix_closure_time on closure using gist (tstzrange(starts_at, ends_at, '[)')) where (lifted_at is null);
grant select, insert, update on closure to portal_application;
--rollback drop table closure;
--rollback drop table hold;

--changeset portal:0004-booking
create table booking (
  id            bigint generated always as identity constraint pk_booking primary key,
  service_id    bigint      not null,
  resource_id   bigint      not null,
  student_id    bigint      not null constraint fk_booking_student references account (id),
  starts_at     timestamptz not null,
  ends_at       timestamptz not null,
  buffer_before smallint    not null,
  buffer_after  smallint    not null,
  occupied_from timestamptz not null,
  occupied_to   timestamptz not null,
  slot_key      bigint generated always as
                  ((service_id << 32) | (extract(epoch from starts_at at time zone 'UTC')::bigint / 60)) stored,
  capacity      smallint    not null,
  seat          smallint    not null,
  day           date        not null,
  one_per_day   boolean     not null,
  status        text        not null,
  purpose       text        not null,
  players       smallint    not null,
  contact       text        not null,
  requested_by  bigint      not null constraint fk_booking_requested_by references account (id),
  requested_at  timestamptz not null,
  approved_by   bigint      constraint fk_booking_approved_by references account (id),
  approved_at   timestamptz,
  ended_by      bigint      constraint fk_booking_ended_by references account (id),
  ended_at      timestamptz,
  reason        text,
  hold_id       bigint      constraint fk_booking_hold references hold (id),
  held_status   text,
  version       integer     not null default 1,
  constraint fk_booking_service foreign key (service_id, resource_id) references service (id, resource_id),
  constraint ck_booking_status check (status in ('PENDING', 'APPROVED', 'REJECTED', 'REVOKED', 'CANCELLED')),
  constraint ck_booking_times check (starts_at < ends_at and starts_at = date_trunc('minute', starts_at, 'UTC')),
  constraint ck_booking_occupied check (
    buffer_before >= 0 and buffer_after >= 0
    and extract(epoch from starts_at - occupied_from) = buffer_before * 60
    and extract(epoch from occupied_to - ends_at) = buffer_after * 60),
  constraint ck_booking_seat check (seat between 1 and capacity),
  constraint ck_booking_details check (length(purpose) <= 300 and length(contact) <= 120 and players between 1 and 500),
  constraint ck_booking_approved check (status not in ('APPROVED', 'REVOKED') or approved_at is not null),
  constraint ck_booking_ended check ((status in ('PENDING', 'APPROVED')) = (ended_at is null and ended_by is null)),
  constraint ck_booking_hold check ((hold_id is null) = (held_status is null)
    and (hold_id is null or status = 'CANCELLED') and (held_status is null or held_status in ('PENDING', 'APPROVED'))),
  constraint ck_reason_given check (length(btrim(coalesce(reason, ''))) > 0
    or status in ('PENDING', 'APPROVED')
    or (status = 'CANCELLED' and ended_by = student_id and hold_id is null)),
  constraint ex_booking_resource_overlap exclude using gist (
    resource_id with =, slot_key with <>, tstzrange(occupied_from, occupied_to, '[)') with &&)
    where (status in ('PENDING', 'APPROVED')),
  constraint ex_booking_student_overlap exclude using gist (
    student_id with =, tstzrange(starts_at, ends_at, '[)') with &&)
    where (status in ('PENDING', 'APPROVED'))
);
create unique index uq_booking_seat on booking (slot_key, seat) where (status in ('PENDING', 'APPROVED'));
create unique index uq_booking_per_day on booking (service_id, student_id, day)
  where (one_per_day and status in ('PENDING', 'APPROVED'));
create index ix_booking_resource_time on booking (resource_id, starts_at) include (ends_at, status);
create index ix_booking_student_time on booking (student_id, starts_at);
create index ix_booking_pending on booking (starts_at) where (status = 'PENDING');
create index ix_booking_hold on booking (hold_id) where (hold_id is not null);
grant select, insert, update on booking to portal_application;
--rollback drop table booking;

--changeset portal:0004-closure-guard splitStatements:false
-- Bookings and closures cannot pass each other, whoever writes and by whatever path: a booking that becomes active or
-- moves takes its resource (and the school) shared, a closure takes it exclusive, and each then looks for the other.
-- The commands take the same locks before; taking them again costs nothing and waits for nobody.
create function booking_not_in_closure() returns trigger language plpgsql as $$
begin
  perform take_locks(array[lock_key(3, 0), lock_key(3, new.resource_id)], array[false, false]);
  if exists (select 1 from closure c
             where c.lifted_at is null and (c.resource_id is null or c.resource_id = new.resource_id)
               and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(new.occupied_from, new.occupied_to, '[)')) then
    raise exception 'the booking lies inside a closure'
      using errcode = 'exclusion_violation', constraint = 'tg_booking_closure', table = 'booking';
  end if;
  return new;
end;
$$;
create trigger tg_booking_closure_insert before insert on booking for each row
  when (new.status in ('PENDING', 'APPROVED')) execute function booking_not_in_closure();
-- Approving is not in the condition: it holds the booking's row already, and must not wait for a closure then.
create trigger tg_booking_closure_update before update on booking for each row
  when (new.status in ('PENDING', 'APPROVED') and (old.status not in ('PENDING', 'APPROVED')
        or new.occupied_from <> old.occupied_from or new.occupied_to <> old.occupied_to
        or new.resource_id <> old.resource_id)) execute function booking_not_in_closure();

create function closure_without_bookings() returns trigger language plpgsql as $$
begin
  perform take_locks(array[lock_key(3, coalesce(new.resource_id, 0))], array[true]);
  if exists (select 1 from booking b
             where b.status in ('PENDING', 'APPROVED') and (new.resource_id is null or b.resource_id = new.resource_id)
               and b.starts_at > new.closed_at -- what has begun runs to its end
               and tstzrange(b.occupied_from, b.occupied_to, '[)') && tstzrange(new.starts_at, new.ends_at, '[)')) then
    raise exception 'bookings are still active inside the closure'
      using errcode = 'exclusion_violation', constraint = 'tg_booking_closure', table = 'closure';
  end if;
  return new;
end;
$$;
create trigger tg_closure_booking before insert or update on closure for each row
  when (new.lifted_at is null) execute function closure_without_bookings();
--rollback drop trigger tg_closure_booking on closure;
--rollback drop function closure_without_bookings();
--rollback drop trigger tg_booking_closure_update on booking;
--rollback drop trigger tg_booking_closure_insert on booking;
--rollback drop function booking_not_in_closure();
