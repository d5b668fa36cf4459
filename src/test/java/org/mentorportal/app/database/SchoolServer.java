package org.mentorportal.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A PostgreSQL server as a school would set it up: its own process with its own defaults, passwords asked for, and in it
 * the portal's database with the users that create-users.sql makes.
 */
final class SchoolServer implements Closeable {

    private static final String DATABASE = "school";

    private final EmbeddedPostgres server;
    private final FolderLock lock;
    private final Path home;
    private final PortalDatabase database;

    private SchoolServer(EmbeddedPostgres server, FolderLock lock, Path home, Passwords passwords) {
        this.server = server;
        this.lock = lock;
        this.home = home;
        database = new PortalDatabase(EmbeddedServer.url(server.getPort(), DATABASE), passwords, false, () -> { });
    }

    static SchoolServer start(PgBinaryResolver binaries) throws IOException {
        // Beside ThrowAwayCluster's own, which ends and removes what a killed test run left here
        Path shared = Path.of(System.getProperty("java.io.tmpdir"), "mentor-portal-" + System.getProperty("user.name"));
        Path home = shared.resolve("throw-away-" + UUID.randomUUID());
        Path programs = shared.resolve("programs");
        PrivateFiles.createFolder(programs);
        PrivateFiles.createFolder(home.resolve("postgresql"));
        FolderLock lock = FolderLock.tryToTake(home).orElseThrow();
        Passwords passwords = Passwords.random();
        Path superuser = home.resolve("superuser.pw");
        PrivateFiles.write(superuser, passwords.superuser());
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPgBinaryResolver(binaries)
                .setDataDirectory(home.resolve("postgresql"))
                .setOverrideWorkingDirectory(programs.resolve("postgresql").toFile())
                .setRegisterShutdownHook(false)
                .setConnectConfig("password", passwords.superuser())
                .setLocaleConfig("pwfile", superuser.toString())
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setServerConfig("unix_socket_directories", "")
                .start();
        Files.delete(superuser);
        EmbeddedServer.createDatabase(server, passwords, DATABASE);
        return new SchoolServer(server, lock, home, passwords);
    }

    PortalDatabase database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        server.close();
        lock.close();
        PrivateFiles.deleteFolder(home);
    }
}
