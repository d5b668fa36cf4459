--liquibase formatted sql

--changeset portal:0018-begin-command splitStatements:false rollbackSplitStatements:false
-- No command begins by it any more, nor did any of the version before this one: its two statements go with the command's first read, in the same round trip.
drop function begin_command(bigint[], boolean[], bigint, text);
--rollback create function begin_command(keys bigint[], exclusive boolean[], actor bigint, key text) returns setof command_receipt
--rollback language plpgsql volatile as $$
--rollback declare
--rollback   done boolean;
--rollback begin
--rollback   done := set_config('plan_cache_mode', 'force_generic_plan', true) is null;
--rollback   done := take_locks(keys, exclusive) is null;
--rollback   return query select r.* from command_receipt r where r.actor_id = actor and r.command_key = key;
--rollback end;
--rollback $$;

--changeset portal:0018-audit-event-command
-- Nothing looks an event up by its command, and each event paid for a random page of this index.
drop index ix_audit_event_command;
--rollback create index ix_audit_event_command on audit_event (command_id);
