--liquibase formatted sql

--changeset portal:0006-closure-guard-isolation splitStatements:false
-- The guard of 0004 looks after its lock, which only helps if the look is newer than the lock: a transaction that keeps its
-- first snapshot (repeatable read, serializable) would not see what was committed while it waited. It is refused instead.
create function require_newest_snapshot() returns trigger language plpgsql as $$
begin
  if current_setting('transaction_isolation') not in ('read committed', 'read uncommitted') then
    raise exception 'bookings and closures can only be written in a read committed transaction'
      using errcode = 'invalid_transaction_state', constraint = 'tg_booking_closure', table = tg_table_name;
  end if;
  return new;
end;
$$;
-- Fired by name, so before the guard.
create trigger tg_booking_closure_a_snapshot before insert or update on booking for each row
  when (new.status in ('PENDING', 'APPROVED')) execute function require_newest_snapshot();
create trigger tg_closure_a_snapshot before insert or update on closure for each row
  when (new.lifted_at is null) execute function require_newest_snapshot();
--rollback drop trigger tg_closure_a_snapshot on closure;
--rollback drop trigger tg_booking_closure_a_snapshot on booking;
--rollback drop function require_newest_snapshot();
