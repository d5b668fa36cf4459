--liquibase formatted sql

--changeset portal:0013-inbox-about-enrolments
-- A message is about a booking, an enrolment, or a booking's no-show on an enrolment.
alter table inbox_message alter column booking_id drop not null,
  add column enrolment_id bigint constraint fk_inbox_message_enrolment references enrolment (id),
  add constraint ck_inbox_message_about check (num_nonnulls(booking_id, enrolment_id) >= 1);
--rollback delete from inbox_message where booking_id is null;
--rollback alter table inbox_message drop constraint ck_inbox_message_about, drop column enrolment_id, alter column booking_id set not null;
