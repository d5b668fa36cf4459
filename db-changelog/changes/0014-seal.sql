--liquibase formatted sql

--changeset portal:0014-seal
-- What the trail was at one moment: how many events up to which id, and a hash over them, chained to the seal before it. A line
-- of it that is kept elsewhere shows later whether a chain was removed or its tail was cut, whoever did it.
create table audit_seal (
  number        bigint      constraint pk_audit_seal primary key,
  after_id      bigint      not null,
  up_to_id      bigint      not null,
  events        bigint      not null,
  events_hash   bytea       not null,
  at            timestamptz not null,
  actor_id      bigint      not null,
  actor_role    text        not null,
  format        smallint    not null,
  canonical     text        not null,
  previous_hash bytea,
  hash          bytea       not null,
  constraint ck_audit_seal_chain check (number >= 1 and (number = 1) = (previous_hash is null)),
  constraint ck_audit_seal_range check (after_id between 0 and up_to_id and events between 0 and up_to_id - after_id)
);
comment on column audit_seal.after_id is 'the id up to which the seal before it went; 0 for the first';
grant select, insert on audit_seal to portal_application;
--rollback drop table audit_seal;

--changeset portal:0014-settled splitStatements:false
-- The newest id up to which no event can come any more. Ids are given before the commit, so a transaction that is still open may
-- hold a lower one than those that can be seen. Whoever writes events holds the table's lock from before the id until the commit:
-- this waits for all of them (with the lock timeout, and with new ones waiting behind it), looks, and lets go at once, since a
-- lock ends with the block that is undone. The owner's function, because the application may not lock its table that hard.
create function audit_settled() returns bigint language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  newest bigint;
begin
  begin
    lock table audit_event in share mode;
    select coalesce(max(id), 0) into newest from audit_event;
    raise exception using errcode = 'PT001';
  exception when sqlstate 'PT001' then
    return newest;
  end;
end;
$$;
revoke all on function audit_settled() from public;
grant execute on function audit_settled() to portal_application;
--rollback drop function audit_settled();
