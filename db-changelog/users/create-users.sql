-- Makes the portal's two database users and gives them the database this runs in.
--
--   portal_owner        owns the database and the schema, runs Liquibase
--   portal_application  what every changeset grants to, by this fixed name; nobody signs in as it
--   portal_app          the running portal: a member of portal_application, without the right to change the schema
--
-- Run it once as a superuser inside the portal's (UTF-8) database; running it again only sets the passwords anew:
--   psql -d portal -v owner_password=... -v application_password=... -f create-users.sql
-- The embedded database and docker-compose.yml run this same file.

select set_config('portal.owner_password', :'owner_password', false),
       set_config('portal.application_password', :'application_password', false);

do $$
begin
  if not exists (select from pg_roles where rolname = 'portal_owner') then
    create role portal_owner;
  end if;
  if not exists (select from pg_roles where rolname = 'portal_application') then
    create role portal_application nologin;
  end if;
  if not exists (select from pg_roles where rolname = 'portal_app') then
    create role portal_app;
  end if;
  execute format('alter role portal_owner login password %L', current_setting('portal.owner_password'));
  execute format('alter role portal_app login password %L', current_setting('portal.application_password'));
  grant portal_application to portal_app;

  execute format('alter database %I owner to portal_owner', current_database());
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to portal_application', current_database());
end
$$;

select set_config('portal.owner_password', '', false), set_config('portal.application_password', '', false);

-- Overlaps of bookings are refused by exclusion constraints over a resource and a range.
create extension if not exists btree_gist;

alter schema public owner to portal_owner;
revoke all on schema public from public;
grant usage on schema public to portal_application;
