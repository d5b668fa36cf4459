--liquibase formatted sql

--changeset portal:0007-command-receipt
-- What a person's command came to, so that the same command, sent again, gets the same answer and is not run twice.
-- Ids, states and versions only, never a name or free text. Account 0 is the set-up.
create table command_receipt (
  actor_id        bigint      not null,
  command_key     text        not null constraint ck_command_receipt_key check (length(command_key) between 1 and 200),
  command         text        not null,
  command_id      uuid        not null,
  fingerprint     bytea       not null constraint ck_command_receipt_fingerprint check (length(fingerprint) = 32),
  outcome         text        not null,
  subject_id      bigint      not null,
  subject_state   text        not null,
  subject_version integer     not null,
  kept_at         timestamptz not null,
  constraint uq_command_receipt unique (actor_id, command_key)
);
comment on column command_receipt.fingerprint is 'sha256 of format version, command name and canonical JSON of the command';
grant select, insert, update, delete on command_receipt to portal_application;
--rollback drop table command_receipt;

--changeset portal:0007-begin-command splitStatements:false
-- Takes a command's locks, then looks for its receipt, in one round trip. Each statement of a volatile function has a
-- snapshot of its own, so the look is newer than the locks. Until the transaction ends, statements are planned once per
-- connection: a command's are by key, and planning a claim costs as much as running it.
create function begin_command(keys bigint[], exclusive boolean[], actor bigint, key text) returns setof command_receipt
language plpgsql volatile as $$
begin
  perform set_config('plan_cache_mode', 'force_generic_plan', true);
  perform take_locks(keys, exclusive);
  return query select r.* from command_receipt r where r.actor_id = actor and r.command_key = key;
end;
$$;
--rollback drop function begin_command(bigint[], boolean[], bigint, text);
