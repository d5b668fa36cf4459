--liquibase formatted sql

--changeset portal:0015-account-states
-- Who was invited has no password yet. power tells open sessions that what the account may do, or how it proves who it is, has changed.
alter table account
  alter column password_hash drop not null,
  add column power integer not null default 1 constraint ck_account_power check (power >= 1),
  add column links_made integer not null default 0 constraint ck_account_links_made check (links_made >= 0);
comment on column account.links_made is 'links for choosing a password that admins have made, besides the first';
comment on column account.power is 'raised when roles, password, second factor or being enabled change; sessions that began with another number are over';
--rollback update account set password_hash = '{argon2}' where password_hash is null;
--rollback alter table account drop column power, drop column links_made, alter column password_hash set not null;

--changeset portal:0015-account-link
-- Single-use links with which a person chooses a password. They belong to their account, whose events tell of them.
create table account_link (
  id         bigint generated always as identity constraint pk_account_link primary key,
  account_id bigint      not null constraint fk_account_link_account references account (id),
  kind       text        not null constraint ck_account_link_kind check (kind in ('INVITATION', 'RESET')),
  token_hash bytea       not null constraint ck_account_link_token_hash check (octet_length(token_hash) = 32),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  constraint ck_account_link_expires check (expires_at > made_at),
  constraint ck_account_link_ended check (ended_at >= made_at)
);
comment on column account_link.token_hash is 'SHA-256 of the 256 random bits in the link, which are kept nowhere';
comment on column account_link.ended_at is 'when it was used, or another one took its place; null = it may still be used';
create unique index uq_account_link_token on account_link (token_hash);
create unique index uq_account_link_open on account_link (account_id) where ended_at is null;
grant select, insert, update on account_link to portal_application;
--rollback drop table account_link;

--changeset portal:0015-second-factor
create table second_factor (
  account_id bigint  not null constraint pk_second_factor primary key,
  secret     bytea,
  last_step  bigint  not null default 0,
  version    integer not null default 1,
  constraint fk_second_factor_account foreign key (account_id) references account (id)
);
comment on column second_factor.secret is 'of the authenticator app (RFC 6238), AES-256-GCM with the key of portal.second-factor.key; null = taken away';
comment on column second_factor.last_step is 'the last half minute since 1970 whose code was used; no code of it or of one before is taken again';
create table recovery_code (
  account_id bigint not null constraint fk_recovery_code_second_factor references second_factor (account_id),
  code_hash  bytea  not null constraint ck_recovery_code_hash check (octet_length(code_hash) = 32),
  constraint pk_recovery_code primary key (account_id, code_hash)
);
comment on table recovery_code is 'those not used yet: SHA-256 of 120 random bits each';
grant select, insert, update on second_factor to portal_application;
grant select, insert, delete on recovery_code to portal_application;
--rollback drop table recovery_code;
--rollback drop table second_factor;
