package org.mentorportal.app.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to run on a database server whose user could do what only the owner may: change the schema, and with it the
 * constraints and the trail that everything else relies on. Runs before Liquibase.
 */
final class ServerGuard {

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;
    private static final String HOW = "see db-changelog/users/create-users.sql for the two users a database needs";
    private static final Set<String> WELL_KNOWN = Set.of("", "postgres", "password", "secret", "changeme", "change-me",
            "admin", "portal", "mentor", "test", "123456");

    private ServerGuard() {
    }

    /**
     * @param owner the user that runs Liquibase, null where none is set
     * @throws StartRefused with what to do
     */
    static void check(String url, String user, String password, @Nullable String owner, @Nullable String ownerPassword) {
        refuseIf(user.isBlank(), "SPRING_DATASOURCE_URL is set without SPRING_DATASOURCE_USERNAME: " + HOW + ".");
        refuseIf(owner == null || owner.isBlank(), "SPRING_DATASOURCE_URL is set without SPRING_LIQUIBASE_USER, the owner of the schema: " + HOW + ".");
        refuseIf(user.equals(owner), "SPRING_DATASOURCE_USERNAME and SPRING_LIQUIBASE_USER are the same user (%s): ".formatted(user) + HOW + ".");
        refuseIf(guessable(user, password), "The password in SPRING_DATASOURCE_PASSWORD is empty or well known: choose a random one.");
        refuseIf(guessable(owner, ownerPassword), "The password in SPRING_LIQUIBASE_PASSWORD is empty or well known: choose a random one.");
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            checkVersion(connection.getMetaData().getDatabaseMajorVersion());
            checkRights(connection, user);
        } catch (SQLException failure) {
            throw new StartRefused("The database at %s cannot be reached as user %s (%s): check that it runs, and the SPRING_DATASOURCE_ settings."
                    .formatted(url.replaceAll("\\?.*", ""), user, firstLine(failure)), failure);
        }
    }

    static void checkVersion(int version) {
        refuseIf(version < OLDEST || version > NEWEST, "The database server is PostgreSQL %d: use one of %d to %d.".formatted(version, OLDEST, NEWEST));
    }

    private static void checkRights(Connection connection, String user) throws SQLException {
        refuseIf(answers(connection, "select rolsuper from pg_roles where rolname = current_user"),
                "The database user %s is a superuser: ".formatted(user) + HOW + ".");
        refuseIf(answers(connection, "select has_schema_privilege('public', 'create') or has_database_privilege(current_database(), 'create')"),
                "The database user %s may create tables: ".formatted(user) + HOW + ".");
        refuseIf(answers(connection, """
                select exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p', 'v', 'm', 'S') and pg_has_role(c.relowner, 'member')
                   and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema')"""),
                "The database user %s owns tables: ".formatted(user) + HOW + ".");
    }

    private static boolean answers(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static boolean guessable(String user, @Nullable String password) {
        return password == null || WELL_KNOWN.contains(password.toLowerCase()) || password.equals(user);
    }

    private static String firstLine(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("").trim();
    }

    private static void refuseIf(boolean wrong, String whatToDo) {
        if (wrong) {
            throw new StartRefused(whatToDo);
        }
    }
}
