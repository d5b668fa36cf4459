--liquibase formatted sql

--changeset portal:0005-inbox
create table inbox_message (
  id         bigint generated always as identity constraint pk_inbox_message primary key,
  account_id bigint      not null constraint fk_inbox_message_account references account (id),
  kind       text        not null,
  booking_id bigint      not null constraint fk_inbox_message_booking references booking (id),
  sender_id  bigint      not null constraint fk_inbox_message_sender references account (id),
  reason     text,
  sent_at    timestamptz not null,
  read_at    timestamptz
);
create index ix_inbox_message_account on inbox_message (account_id, sent_at desc);
create index ix_inbox_message_unread on inbox_message (account_id) where (read_at is null);
grant select, insert, update on inbox_message to portal_application;
--rollback drop table inbox_message;
