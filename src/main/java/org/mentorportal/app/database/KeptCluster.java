package org.mentorportal.app.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that a school keeps in its data folder.
 *
 * <p>It is set up under another name and renamed once it is complete, so that {@code database/} is finished or not there:
 * a first start that was killed half-way leaves only {@code database.unfinished-*}, which the next one removes. Nothing
 * ever removes {@code database/}.
 */
final class KeptCluster {

    private static final Logger log = LoggerFactory.getLogger(KeptCluster.class);
    private static final String DATABASE = "portal";
    private static final String UNFINISHED = "database.unfinished-";

    private final Path home;
    private final Path finished;
    private final Path programs;

    KeptCluster(Path dataFolder) {
        home = dataFolder.toAbsolutePath().normalize();
        finished = home.resolve("database");
        programs = home.resolve("programs"); // private; the folder that the library makes in it is not
    }

    /** Starts the server, after ending one that a killed portal left behind; refuses a folder that is in use. */
    PortalDatabase start() {
        try {
            FolderLock lock = takeLock().orElseThrow(this::inUse);
            try {
                return start(lock);
            } catch (IOException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw unusable(failure);
        } catch (StartRefused refused) {
            throw refused;
        } catch (RuntimeException failure) {
            throw new StartRefused("The embedded database in %s did not start (%s): see %s, or set SPRING_DATASOURCE_URL to use a server."
                    .formatted(home, failure.getMessage(), cluster(finished).resolve("log")), failure);
        }
    }

    /** Starts the server, or looks at the one that a running portal has started. */
    PortalDatabase startOrAttach() {
        try {
            Optional<FolderLock> lock = takeLock();
            if (lock.isEmpty()) {
                return attach();
            }
            lock.get().close();
        } catch (IOException failure) {
            throw unusable(failure);
        }
        return start();
    }

    private Optional<FolderLock> takeLock() throws IOException {
        PrivateFiles.createFolder(home);
        return FolderLock.tryToTake(home);
    }

    private PortalDatabase start(FolderLock lock) throws IOException {
        long begun = System.nanoTime();
        PrivateFiles.createFolder(programs);
        boolean first = !Files.exists(finished);
        if (first) {
            removeUnfinished();
            setUp();
        }
        Path cluster = cluster(finished);
        requireUsable(cluster);
        OrphanedServer.end(cluster);
        OrphanedServer.awaitLeftovers(programs.toRealPath());
        Passwords passwords = Passwords.read(passwords(finished));
        EmbeddedPostgres server = EmbeddedServer.start(cluster, programs, passwords, true);
        log.info("Embedded database {} in {} after {} ms", first ? "created" : "started", home, (System.nanoTime() - begun) / 1_000_000);
        return new PortalDatabase(EmbeddedServer.url(server.getPort(), DATABASE), passwords, true, () -> {
            server.close();
            lock.close();
        });
    }

    private void setUp() throws IOException {
        // A fresh name each time: an initdb that outlived its portal may still be writing under the old one
        Path building = home.resolve(UNFINISHED + UUID.randomUUID());
        PrivateFiles.createFolder(cluster(building));
        Passwords passwords = Passwords.random();
        passwords.write(passwords(building));
        try (EmbeddedPostgres server = EmbeddedServer.start(cluster(building), programs, passwords, true)) {
            EmbeddedServer.createDatabase(server, passwords, DATABASE);
            EmbeddedServer.keepLog(server, passwords);
        }
        Files.move(building, finished, StandardCopyOption.ATOMIC_MOVE);
        sync(home);
    }

    private void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(home, UNFINISHED + "*")) {
            for (Path leftover : leftovers) {
                log.warn("Removing {}, which a start that was ended half-way left behind", leftover);
                OrphanedServer.end(cluster(leftover));
                PrivateFiles.deleteFolder(leftover);
            }
        }
    }

    private void requireUsable(Path cluster) throws IOException {
        if (!Files.exists(cluster.resolve("PG_VERSION")) || !Files.exists(passwords(finished))) {
            throw new StartRefused("The folder %s holds no complete database: put back what is missing, or move the folder away to begin anew."
                    .formatted(finished));
        }
        String version = new ServerFiles(cluster).majorVersion();
        if (!version.equals(EmbeddedServer.MAJOR_VERSION)) {
            throw new StartRefused("The database in %s was made by PostgreSQL %s and this portal brings %s: start the portal it was made with, dump it there and restore it here."
                    .formatted(finished, version, EmbeddedServer.MAJOR_VERSION));
        }
    }

    private PortalDatabase attach() throws IOException {
        int port = Files.exists(passwords(finished))
                ? new ServerFiles(cluster(finished)).port().orElseThrow(this::stillStarting)
                : stillStartingPort();
        return new PortalDatabase(EmbeddedServer.url(port, DATABASE), Passwords.read(passwords(finished)), false, () -> { });
    }

    private int stillStartingPort() {
        throw stillStarting();
    }

    private StartRefused stillStarting() {
        return new StartRefused("A portal is just starting on the data folder %s: try again in a moment.".formatted(home));
    }

    private StartRefused inUse() {
        try {
            return new StartRefused("Another portal (process %s) already runs on the data folder %s: end it, or set PORTAL_DATA_DIR to another folder."
                    .formatted(FolderLock.holder(home), home));
        } catch (IOException failure) {
            return unusable(failure);
        }
    }

    private StartRefused unusable(IOException failure) {
        return new StartRefused("The data folder %s cannot be used (%s): make it writable, or set PORTAL_DATA_DIR to another folder."
                .formatted(home, failure), failure);
    }

    /** The rename must be on disk before the first commit is acknowledged. Windows cannot open a folder, and need not. */
    private static void sync(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (FileChannel channel = FileChannel.open(folder)) {
                channel.force(true);
            }
        }
    }

    private static Path cluster(Path database) {
        return database.resolve("postgresql");
    }

    private static Path passwords(Path database) {
        return database.resolve("passwords.properties");
    }
}
