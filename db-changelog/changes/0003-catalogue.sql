--liquibase formatted sql

--changeset portal:0003-resource
create table resource (
  id         bigint generated always as identity constraint pk_resource primary key,
  kind       text    not null constraint ck_resource_kind check (kind in ('MENTOR', 'GROUND')),
  name       text    not null constraint ck_resource_name check (length(btrim(name)) between 1 and 120),
  account_id bigint  constraint fk_resource_account references account (id),
  retired    boolean not null default false,
  version    integer not null default 1,
  constraint ck_resource_account check ((kind = 'MENTOR') = (account_id is not null))
);
create unique index uq_resource_account on resource (account_id);
create unique index uq_resource_name on resource (kind, name);
grant select, insert, update on resource to portal_application;
--rollback drop table resource;

--changeset portal:0003-service
create table service (
  id             bigint generated always as identity constraint pk_service primary key,
  resource_id    bigint   not null constraint fk_service_resource references resource (id),
  name           text     not null constraint ck_service_name check (length(btrim(name)) between 1 and 120),
  duration       smallint not null constraint ck_service_duration check (duration between 5 and 720),
  step           smallint not null constraint ck_service_step check (step between 5 and 720),
  buffer_before  smallint not null default 0 constraint ck_service_buffer_before check (buffer_before between 0 and 240),
  buffer_after   smallint not null default 0 constraint ck_service_buffer_after check (buffer_after between 0 and 240),
  capacity       smallint not null default 1 constraint ck_service_capacity check (capacity between 1 and 500),
  players        smallint not null default 1 constraint ck_service_players check (players between 1 and 500),
  approval       text     not null constraint ck_service_approval check (approval in ('AUTOMATIC', 'MENTOR', 'PRINCIPAL')),
  notice         integer  not null default 0 constraint ck_service_notice check (notice between 0 and 43200),
  horizon        smallint not null default 21 constraint ck_service_horizon check (horizon between 0 and 400),
  opens_at       time     not null default '00:00',
  one_per_day    boolean  not null default false,
  retired        boolean  not null default false,
  version        integer  not null default 1,
  constraint uq_service_name unique (resource_id, name),
  -- lets a booking's row prove that its resource is its service's resource
  constraint uq_service_resource unique (id, resource_id)
);
comment on column service.duration is 'minutes';
comment on column service.step is 'minutes from one slot to the next';
comment on column service.players is 'most players a booking may name; information, not seats';
comment on column service.notice is 'minutes before the start after which a student can no longer request';
comment on column service.horizon is 'days before the slot''s day on which requesting opens, at opens_at (school''s wall clock)';

create table opening_hours (
  id          bigint generated always as identity constraint pk_opening_hours primary key,
  service_id  bigint   not null constraint fk_opening_hours_service references service (id),
  weekday     smallint not null constraint ck_opening_hours_weekday check (weekday between 1 and 7),
  opens       time     not null,
  closes      time     not null,
  valid_from  date     not null,
  valid_until date,
  constraint ck_opening_hours_times check (opens < closes),
  constraint ck_opening_hours_validity check (valid_until is null or valid_from <= valid_until)
);
comment on column opening_hours.valid_until is 'last day; null = until further notice';
create index ix_opening_hours_service on opening_hours (service_id);
grant select, insert, update on service to portal_application;
grant select, insert, update, delete on opening_hours to portal_application;
--rollback drop table opening_hours;
--rollback drop table service;
