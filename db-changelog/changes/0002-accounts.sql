--liquibase formatted sql

--changeset portal:0002-account
create table account (
  id            bigint generated always as identity constraint pk_account primary key,
  email         text    not null,
  display_name  text    not null,
  password_hash text    not null,
  enabled       boolean not null default true,
  version       integer not null default 1,
  constraint ck_account_email check (email = lower(email) and email like '%_@_%'),
  constraint ck_account_display_name check (length(btrim(display_name)) between 1 and 120)
);
create unique index uq_account_email on account (email);

create table account_role (
  account_id bigint not null constraint fk_account_role_account references account (id),
  role       text   not null constraint ck_account_role_known check (role in ('STUDENT', 'MENTOR', 'PRINCIPAL', 'ADMIN')),
  constraint pk_account_role primary key (account_id, role)
);
grant select, insert, update on account to portal_application;
grant select, insert, delete on account_role to portal_application;
--rollback drop table account_role;
--rollback drop table account;
