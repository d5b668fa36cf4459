package org.mentorportal.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tests' database: one server per process in the temporary folder, not durable, gone at the end; every application
 * context gets an empty database of its own on it.
 */
final class ThrowAwayCluster {

    private static final String OTHERS = "select pg_sleep(0.05), exists (select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid())";
    private static final AtomicInteger databases = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final Passwords passwords;

    private ThrowAwayCluster(EmbeddedPostgres server, Passwords passwords) {
        this.server = server;
        this.passwords = passwords;
    }

    static PortalDatabase freshDatabase() {
        String name = "portal_" + databases.incrementAndGet();
        ThrowAwayCluster cluster = OnePerProcess.CLUSTER;
        EmbeddedServer.createDatabase(cluster.server, cluster.passwords, name);
        return new PortalDatabase(EmbeddedServer.url(cluster.server.getPort(), name), cluster.passwords, true, () -> { });
    }

    private static final class OnePerProcess {
        private static final ThrowAwayCluster CLUSTER = start();
    }

    private static ThrowAwayCluster start() {
        try {
            Path shared = Path.of(System.getProperty("java.io.tmpdir"), "mentor-portal-" + System.getProperty("user.name"));
            PrivateFiles.createFolder(shared);
            if (!Files.getOwner(shared).equals(Files.getOwner(ownFile()))) {
                throw new IllegalStateException(shared + " belongs to somebody else");
            }
            removeAbandoned(shared);
            Path home = shared.resolve("throw-away-" + UUID.randomUUID());
            PrivateFiles.createFolder(shared.resolve("programs"));
            PrivateFiles.createFolder(home.resolve("postgresql"));
            FolderLock lock = FolderLock.tryToTake(home).orElseThrow();
            Passwords passwords = Passwords.random();
            EmbeddedPostgres server = EmbeddedServer.start(home.resolve("postgresql"), shared.resolve("programs"), passwords, false);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, lock, home)));
            return new ThrowAwayCluster(server, passwords);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path ownFile() throws IOException {
        Path file = Files.createTempFile("portal", ".owner");
        file.toFile().deleteOnExit();
        return file;
    }

    /** A test run that was killed leaves its server running: whose lock is free, nobody uses it any more. */
    private static void removeAbandoned(Path shared) throws IOException {
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(shared, "throw-away-*")) {
            for (Path home : homes) {
                Optional<FolderLock> lock = justMade(home) ? Optional.empty() : FolderLock.tryToTake(home);
                if (lock.isPresent()) {
                    try (FolderLock _ = lock.get()) {
                        OrphanedServer.end(home.resolve("postgresql"));
                        PrivateFiles.deleteFolder(home);
                    }
                }
            }
        }
    }

    /** Another test run may be about to take its lock. */
    private static boolean justMade(Path home) throws IOException {
        return Files.getLastModifiedTime(home).toInstant().isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    }

    private static void end(EmbeddedPostgres server, FolderLock lock, Path home) {
        try {
            untilNobodyIsConnected(server);
            server.close();
            lock.close();
            PrivateFiles.deleteFolder(home);
        } catch (IOException | SQLException leftForTheNextRun) {
            // removeAbandoned takes it away
        }
    }

    /** The contexts of the tests close at the same time as this runs; their pools should not see the server go. */
    private static void untilNobodyIsConnected(EmbeddedPostgres server) throws SQLException {
        Instant longest = Instant.now().plusSeconds(5);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            boolean connected = true;
            while (connected && Instant.now().isBefore(longest)) {
                try (ResultSet others = statement.executeQuery(OTHERS)) {
                    connected = others.next() && others.getBoolean(2);
                }
            }
        }
    }
}
