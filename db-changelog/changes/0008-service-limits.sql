--liquibase formatted sql

--changeset portal:0008-service-limits
-- What one student may have of a service. one_per_day stays: it is what a booking's row copies for uq_booking_per_day.
alter table service
  add column cancel_deadline integer not null default 0
    constraint ck_service_cancel_deadline check (cancel_deadline between 0 and 43200),
  add column per_day  smallint constraint ck_service_per_day check (per_day between 1 and 50),
  add column per_week smallint constraint ck_service_per_week check (per_week between 1 and 100),
  add column at_once  smallint constraint ck_service_at_once check (at_once between 1 and 500);
comment on column service.cancel_deadline is 'minutes before the start after which a student can no longer cancel or move';
comment on column service.per_day is 'most bookings of one student on one day; null = no limit';
comment on column service.per_week is 'most bookings of one student from Monday to Sunday; null = no limit';
comment on column service.at_once is 'most bookings of one student that are still to come; null = no limit';
update service set per_day = 1 where one_per_day;
--rollback alter table service drop column cancel_deadline, drop column per_day, drop column per_week, drop column at_once;
