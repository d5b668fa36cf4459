--liquibase formatted sql

--changeset portal:0001-school
-- The school itself: one row, made at the first start. The zone decides what a day and a wall clock are, so it cannot change.
create table school (
  id   smallint constraint pk_school primary key constraint ck_school_one_row check (id = 1),
  zone text not null
);
grant select, insert on school to portal_application;
--rollback drop table school;

--changeset portal:0001-locks splitStatements:false
-- One key space for the portal's advisory locks: 1 command, 2 student, 3 resource (resource 0 is the whole school).
create function lock_key(kind integer, id bigint) returns bigint language sql immutable strict as
  'select (kind::bigint << 48) | (id & 281474976710655)';

-- Takes transaction locks in the order given, in one round trip. A reader that wants to see what a lock protects must
-- be a statement of its own, after this one.
create function take_locks(keys bigint[], exclusive boolean[]) returns void language plpgsql as $$
begin
  for i in 1 .. coalesce(cardinality(keys), 0) loop
    if exclusive[i] then
      perform pg_advisory_xact_lock(keys[i]);
    else
      perform pg_advisory_xact_lock_shared(keys[i]);
    end if;
  end loop;
end;
$$;
--rollback drop function take_locks(bigint[], boolean[]);
--rollback drop function lock_key(integer, bigint);

--changeset portal:0001-audit
-- The trail. One event per state change; seq is the version that the change gave its subject. hash covers the canonical
-- text and the hash before it on the same subject. No reason and no name is in here, so that erasing keeps the chain valid.
create table audit_event (
  id            bigint generated always as identity constraint pk_audit_event primary key,
  subject_type  text        not null,
  subject_id    bigint      not null,
  seq           integer     not null,
  at            timestamptz not null,
  actor_id      bigint      not null,
  actor_role    text        not null,
  command       text        not null,
  command_id    uuid        not null,
  state_from    text,
  state_to      text        not null,
  format        smallint    not null,
  canonical     text        not null,
  previous_hash bytea,
  hash          bytea       not null,
  constraint uq_audit_subject_seq unique (subject_type, subject_id, seq),
  constraint ck_audit_chain check (seq >= 1 and (seq = 1) = (previous_hash is null))
);
create index ix_audit_event_command on audit_event (command_id);
grant select, insert on audit_event to portal_application;

-- Why it was done, in a person's words: erasable. The event holds sha256(salt || reason).
create table audit_reason (
  subject_type text    not null,
  subject_id   bigint  not null,
  seq          integer not null,
  salt         bytea   not null,
  reason       text    not null,
  constraint pk_audit_reason primary key (subject_type, subject_id, seq),
  constraint fk_audit_reason_event foreign key (subject_type, subject_id, seq)
    references audit_event (subject_type, subject_id, seq)
);
grant select, insert, delete on audit_reason to portal_application;
--rollback drop table audit_reason;
--rollback drop table audit_event;
