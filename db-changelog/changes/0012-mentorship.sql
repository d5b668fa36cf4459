--liquibase formatted sql

--changeset portal:0012-cycle
create table cycle (
  id            bigint generated always as identity constraint pk_cycle primary key,
  name          text     not null constraint ck_cycle_name check (length(btrim(name)) between 1 and 120),
  first_day     date     not null,
  last_day      date     not null,
  no_show_limit smallint not null constraint ck_cycle_no_show_limit check (no_show_limit between 1 and 20),
  version       integer  not null default 1,
  constraint uq_cycle_name unique (name),
  constraint ck_cycle_days check (first_day <= last_day),
  -- lets the rows of its services prove that their days are its days
  constraint uq_cycle_days unique (id, first_day, last_day)
);
comment on column cycle.last_day is 'the last day on which its services can be booked, in the school''s zone';
grant select, insert, update on cycle to portal_application;

-- A service is in one cycle at a time. The days are the cycle's own, and follow it when they are edited.
create table cycle_service (
  cycle_id   bigint not null,
  service_id bigint not null constraint fk_cycle_service_service references service (id),
  first_day  date   not null,
  last_day   date   not null,
  constraint pk_cycle_service primary key (cycle_id, service_id),
  constraint fk_cycle_service_cycle foreign key (cycle_id, first_day, last_day)
    references cycle (id, first_day, last_day) on update cascade,
  constraint ex_cycle_service exclude using gist (service_id with =, daterange(first_day, last_day, '[]') with &&)
);
grant select, insert, update, delete on cycle_service to portal_application;
--rollback drop table cycle_service;
--rollback drop table cycle;

--changeset portal:0012-enrolment
create table enrolment (
  id             bigint generated always as identity constraint pk_enrolment primary key,
  cycle_id       bigint      not null constraint fk_enrolment_cycle references cycle (id),
  student_id     bigint      not null constraint fk_enrolment_student references account (id),
  lead_mentor_id bigint      not null constraint fk_enrolment_lead_mentor references account (id),
  status         text        not null constraint ck_enrolment_status check (status in ('ACTIVE', 'REPROBATED', 'UNSUBSCRIBED')),
  enrolled_by    bigint      not null constraint fk_enrolment_enrolled_by references account (id),
  enrolled_at    timestamptz not null,
  declined_at    timestamptz,
  version        integer     not null default 1,
  constraint uq_enrolment unique (cycle_id, student_id),
  constraint ck_enrolment_lead_mentor check (lead_mentor_id <> student_id)
);
comment on column enrolment.declined_at is 'when the lead mentor last said no to a reprobation; no-shows since then ask again';
create index ix_enrolment_student on enrolment (student_id);
create index ix_enrolment_lead_mentor on enrolment (lead_mentor_id);
grant select, insert, update on enrolment to portal_application;

create table plan_entry (
  id           bigint generated always as identity constraint pk_plan_entry primary key,
  enrolment_id bigint   not null constraint fk_plan_entry_enrolment references enrolment (id),
  service_id   bigint   not null constraint fk_plan_entry_service references service (id),
  weekday      smallint not null constraint ck_plan_entry_weekday check (weekday between 1 and 7),
  time_of_day  time     not null constraint ck_plan_entry_time check (time_of_day = date_trunc('minute', time_of_day)),
  constraint uq_plan_entry unique (enrolment_id, service_id, weekday, time_of_day)
);
comment on column plan_entry.time_of_day is 'the school''s wall clock';
grant select, insert, update, delete on plan_entry to portal_application;
--rollback drop table plan_entry;
--rollback drop table enrolment;

--changeset portal:0012-suspension
create table suspension (
  id           bigint generated always as identity constraint pk_suspension primary key,
  enrolment_id bigint      not null constraint fk_suspension_enrolment references enrolment (id),
  hold_id      bigint      not null constraint fk_suspension_hold references hold (id),
  kind         text        not null constraint ck_suspension_kind check (kind in ('REPROBATED', 'UNSUBSCRIBED')),
  reason       text        constraint ck_suspension_reason check (length(reason) <= 300),
  begun_by     bigint      not null constraint fk_suspension_begun_by references account (id),
  begun_role   text        not null constraint ck_suspension_begun_role check (begun_role in ('STUDENT', 'MENTOR', 'ADMIN')),
  begun_at     timestamptz not null,
  ended_by     bigint      constraint fk_suspension_ended_by references account (id),
  ended_at     timestamptz,
  version      integer     not null default 1,
  constraint uq_suspension_hold unique (hold_id),
  constraint ck_suspension_ended check ((ended_by is null) = (ended_at is null) and ended_at >= begun_at),
  constraint ck_reason_given check (length(btrim(coalesce(reason, ''))) > 0 or (kind = 'UNSUBSCRIBED' and begun_role = 'STUDENT')),
  constraint ck_suspension_by_the_mentee check (kind = 'UNSUBSCRIBED' or begun_role <> 'STUDENT')
);
create unique index uq_suspension_open on suspension (enrolment_id) where (ended_at is null);
create index ix_suspension_enrolment on suspension (enrolment_id);
grant select, insert, update on suspension to portal_application;
--rollback drop table suspension;

--changeset portal:0012-warning
create table warning (
  id           bigint generated always as identity constraint pk_warning primary key,
  enrolment_id bigint      not null constraint fk_warning_enrolment references enrolment (id),
  booking_id   bigint      not null constraint fk_warning_booking references booking (id),
  status       text        not null constraint ck_warning_status check (status in ('RAISED', 'WITHDRAWN')),
  raised_by    bigint      not null constraint fk_warning_raised_by references account (id),
  raised_at    timestamptz not null,
  led_to       bigint      constraint fk_warning_led_to references suspension (id),
  settled_by   bigint      constraint fk_warning_settled_by references suspension (id),
  answer       text        constraint ck_warning_answer check (length(answer) between 1 and 300),
  answered_at  timestamptz,
  version      integer     not null default 1,
  constraint uq_warning_booking unique (booking_id),
  constraint ck_warning_answered check ((answer is null) = (answered_at is null))
);
comment on column warning.led_to is 'the reprobation for which it counted';
comment on column warning.settled_by is 'the reprobation whose end settled it: it stays visible and no longer counts';
create index ix_warning_enrolment on warning (enrolment_id);
grant select, insert, update on warning to portal_application;
--rollback drop table warning;
