--liquibase formatted sql

--changeset portal:0017-overlap-order
-- The same rule with the range before the slot: of a page of one resource's bookings the range leaves hardly any to compare further.
alter table booking drop constraint ex_booking_resource_overlap;
alter table booking add constraint ex_booking_resource_overlap exclude using gist (
  resource_id with =, tstzrange(occupied_from, occupied_to, '[)') with &&, slot_key with <>)
  where (status in ('PENDING', 'APPROVED'));
--rollback alter table booking drop constraint ex_booking_resource_overlap;
--rollback alter table booking add constraint ex_booking_resource_overlap exclude using gist (
--rollback   resource_id with =, slot_key with <>, tstzrange(occupied_from, occupied_to, '[)') with &&)
--rollback   where (status in ('PENDING', 'APPROVED'));
