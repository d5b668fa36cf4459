--liquibase formatted sql

--changeset portal:0010-given-up
-- What a suspension or a closure cancelled can be given up by its student: it is no longer held, and will not be restored.
alter table booking
  add column given_up_hold_id bigint constraint fk_booking_given_up_hold references hold (id),
  add constraint ck_booking_given_up check (given_up_hold_id is null or (status = 'CANCELLED' and hold_id is null));
create index ix_booking_given_up on booking (given_up_hold_id) where (given_up_hold_id is not null);
--rollback drop index ix_booking_given_up;
--rollback alter table booking drop constraint ck_booking_given_up, drop column given_up_hold_id;

--changeset portal:0010-reason-given
-- Why a suspension cancelled a booking is the suspension's to say, to its own people; a closure says it in its row, too.
alter table booking drop constraint ck_reason_given, add constraint ck_reason_given check (length(btrim(coalesce(reason, ''))) > 0
  or status in ('PENDING', 'APPROVED')
  or (status = 'CANCELLED' and (ended_by = student_id or hold_id is not null or given_up_hold_id is not null)));
--rollback alter table booking drop constraint ck_reason_given, add constraint ck_reason_given check (length(btrim(coalesce(reason, ''))) > 0
--rollback   or status in ('PENDING', 'APPROVED') or (status = 'CANCELLED' and ended_by = student_id and hold_id is null));

--changeset portal:0010-hold-kind
-- A plan's filling undoes nothing; it only keeps its list as one would that does.
alter table hold drop constraint ck_hold_kind, add constraint ck_hold_kind check (kind in ('CLOSURE', 'SUSPENSION', 'PLAN'));
--rollback alter table hold drop constraint ck_hold_kind, add constraint ck_hold_kind check (kind in ('CLOSURE', 'SUSPENSION'));

--changeset portal:0010-hold-line
-- What became of each booking when its hold was undone, and what was newly made then: what its people are shown afterwards.
create table hold_line (
  hold_id    bigint      not null constraint fk_hold_line_hold references hold (id),
  number     integer     not null,
  service_id bigint      not null constraint fk_hold_line_service references service (id),
  starts_at  timestamptz not null,
  student_id bigint      not null constraint fk_hold_line_student references account (id),
  verdict    text        not null,
  booking_id bigint      constraint fk_hold_line_booking references booking (id),
  status     text,
  constraint pk_hold_line primary key (hold_id, number)
);
grant select, insert on hold_line to portal_application;
--rollback drop table hold_line;
