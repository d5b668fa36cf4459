package org.mentorportal.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;

/** A PostgreSQL process on one folder, with passwords from its first moment, and the SQL that readies it. */
final class EmbeddedServer {

    static final String MAJOR_VERSION = "18";
    private static final String USERS_SCRIPT = "db-changelog/users/create-users.sql";
    private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(2);

    private EmbeddedServer() {
    }

    /**
     * @param durable whether an acknowledged commit outlives a power failure; only throw-away databases do without
     */
    static EmbeddedPostgres start(Path cluster, Path programs, Passwords passwords, boolean durable) throws IOException {
        Path superuser = Files.createTempFile("portal", ".pw"); // made readable for its owner alone
        try {
            Files.writeString(superuser, passwords.superuser());
            return configured(cluster, programs, passwords, durable)
                    // Options of initdb, read only when the folder is new
                    .setLocaleConfig("pwfile", superuser.toString())
                    .setLocaleConfig("auth-host", "scram-sha-256")
                    .setLocaleConfig("auth-local", "scram-sha-256")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .start();
        } catch (IOException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        } finally {
            Files.delete(superuser);
        }
    }

    private static EmbeddedPostgres.Builder configured(Path cluster, Path programs, Passwords passwords, boolean durable) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(programs.resolve("postgresql").toFile())
                .setRegisterShutdownHook(false) // the pool must close first: whoever started it stops it
                .setPGStartupWait(LONGEST_RECOVERY)
                .setConnectConfig("password", passwords.superuser())
                .setServerConfig("fsync", durable ? "on" : "off")
                .setServerConfig("synchronous_commit", durable ? "on" : "off")
                .setServerConfig("full_page_writes", durable ? "on" : "off")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "");
    }

    /** Makes the named database with the portal's two users. */
    static void createDatabase(EmbeddedPostgres server, Passwords passwords, String name) {
        execute(server, passwords, "postgres", "create database " + name);
        execute(server, passwords, name, usersScript(passwords));
    }

    /** Keeps a week of the server's own log in its folder. */
    static void keepLog(EmbeddedPostgres server, Passwords passwords) {
        for (String setting : new String[] {"logging_collector = on", "log_filename = 'postgresql-%a.log'",
                "log_rotation_age = '1d'", "log_truncate_on_rotation = on"}) {
            execute(server, passwords, "postgres", "alter system set " + setting);
        }
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    private static void execute(EmbeddedPostgres server, Passwords passwords, String database, String sql) {
        try (Connection connection = server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The embedded database could not be set up", failure);
        }
    }

    /** Fills in what psql would for {@code -v owner_password=...}. */
    private static String usersScript(Passwords passwords) {
        UnaryOperator<String> quoted = text -> "'" + text.replace("'", "''") + "'";
        try (var script = new ClassPathResource(USERS_SCRIPT).getInputStream()) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace(":'owner_password'", quoted.apply(passwords.owner()))
                    .replace(":'application_password'", quoted.apply(passwords.application()));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
