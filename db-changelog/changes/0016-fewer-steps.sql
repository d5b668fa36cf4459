--liquibase formatted sql

--changeset portal:0016-locks splitStatements:false rollbackSplitStatements:false
-- The same locks in the same order, but as expressions: a statement of its own for each cost more than the lock.
create or replace function take_locks(keys bigint[], exclusive boolean[]) returns void language plpgsql as $$
declare
  taken boolean;
begin
  for i in 1 .. coalesce(cardinality(keys), 0) loop
    if exclusive[i] then
      taken := pg_advisory_xact_lock(keys[i]) is null;
    else
      taken := pg_advisory_xact_lock_shared(keys[i]) is null;
    end if;
  end loop;
end;
$$;
--rollback create or replace function take_locks(keys bigint[], exclusive boolean[]) returns void language plpgsql as $$
--rollback begin
--rollback   for i in 1 .. coalesce(cardinality(keys), 0) loop
--rollback     if exclusive[i] then
--rollback       perform pg_advisory_xact_lock(keys[i]);
--rollback     else
--rollback       perform pg_advisory_xact_lock_shared(keys[i]);
--rollback     end if;
--rollback   end loop;
--rollback end;
--rollback $$;

--changeset portal:0016-begin-command splitStatements:false rollbackSplitStatements:false
-- As 0007 says: the look is a statement of its own, newer than the locks.
create or replace function begin_command(keys bigint[], exclusive boolean[], actor bigint, key text) returns setof command_receipt
language plpgsql volatile as $$
declare
  done boolean;
begin
  done := set_config('plan_cache_mode', 'force_generic_plan', true) is null;
  done := take_locks(keys, exclusive) is null;
  return query select r.* from command_receipt r where r.actor_id = actor and r.command_key = key;
end;
$$;
--rollback create or replace function begin_command(keys bigint[], exclusive boolean[], actor bigint, key text) returns setof command_receipt
--rollback language plpgsql volatile as $$
--rollback begin
--rollback   perform set_config('plan_cache_mode', 'force_generic_plan', true);
--rollback   perform take_locks(keys, exclusive);
--rollback   return query select r.* from command_receipt r where r.actor_id = actor and r.command_key = key;
--rollback end;
--rollback $$;

--changeset portal:0016-closure-guard splitStatements:false rollbackSplitStatements:false
-- The guard of 0004 and the look at its snapshot of 0006, in one trigger instead of two.
create or replace function booking_not_in_closure() returns trigger language plpgsql as $$
declare
  locked boolean;
begin
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception 'bookings and closures can only be written in a read committed transaction'
      using errcode = 'invalid_transaction_state', constraint = 'tg_booking_closure', table = 'booking';
  end if;
  locked := take_locks(array[lock_key(3, 0), lock_key(3, new.resource_id)], array[false, false]) is null;
  if exists (select 1 from closure c
             where c.lifted_at is null and (c.resource_id is null or c.resource_id = new.resource_id)
               and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(new.occupied_from, new.occupied_to, '[)')) then
    raise exception 'the booking lies inside a closure'
      using errcode = 'exclusion_violation', constraint = 'tg_booking_closure', table = 'booking';
  end if;
  return new;
end;
$$;
drop trigger tg_booking_closure_a_snapshot on booking;
--rollback create trigger tg_booking_closure_a_snapshot before insert or update on booking for each row
--rollback   when (new.status in ('PENDING', 'APPROVED')) execute function require_newest_snapshot();
--rollback create or replace function booking_not_in_closure() returns trigger language plpgsql as $$
--rollback begin
--rollback   perform take_locks(array[lock_key(3, 0), lock_key(3, new.resource_id)], array[false, false]);
--rollback   if exists (select 1 from closure c
--rollback              where c.lifted_at is null and (c.resource_id is null or c.resource_id = new.resource_id)
--rollback                and tstzrange(c.starts_at, c.ends_at, '[)') && tstzrange(new.occupied_from, new.occupied_to, '[)')) then
--rollback     raise exception 'the booking lies inside a closure'
--rollback       using errcode = 'exclusion_violation', constraint = 'tg_booking_closure', table = 'booking';
--rollback   end if;
--rollback   return new;
--rollback end;
--rollback $$;
