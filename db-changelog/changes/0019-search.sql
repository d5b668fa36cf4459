--liquibase formatted sql

--changeset portal:0019-searched splitStatements:false
-- How a name is compared in a search: in lower case and without accents, as shared.SearchText does it with what somebody types.
create function searched(name text) returns text language sql immutable strict parallel safe
return lower(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'));
--rollback drop function searched(text);
