--liquibase formatted sql

--changeset portal:0009-access-token
-- What a program shows instead of its person's password. Of the secret only the hash is kept; it ends by expiring or by
-- being revoked, and is never deleted.
create table access_token (
  id         bigint generated always as identity constraint pk_access_token primary key,
  account_id bigint      not null constraint fk_access_token_account references account (id),
  name       text        not null constraint ck_access_token_name check (length(btrim(name)) between 1 and 80),
  token_hash bytea       not null constraint ck_access_token_hash check (length(token_hash) = 32),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  version    integer     not null default 1,
  constraint uq_access_token_hash unique (token_hash),
  constraint ck_access_token_life check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
  constraint ck_access_token_revoked check (revoked_at >= made_at)
);
comment on column access_token.token_hash is 'sha256 of the token''s text';
create index ix_access_token_account on access_token (account_id);
grant select, insert, update on access_token to portal_application;
--rollback drop table access_token;
