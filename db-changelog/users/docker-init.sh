#!/bin/sh
# Run once by the postgres image when its volume is empty. Reads the passwords from the environment, not from arguments,
# which everybody on the machine could see.
set -eu
psql -v ON_ERROR_STOP=1 --quiet --output=/dev/null --username "${POSTGRES_USER:-postgres}" --dbname "$POSTGRES_DB" <<'SQL'
\getenv owner_password PORTAL_OWNER_PASSWORD
\getenv application_password PORTAL_APPLICATION_PASSWORD
\i /portal/create-users.sql
SQL
