package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptClusterTest {

    @TempDir
    Path temporary;

    private Path home;

    @BeforeEach
    void newFolder() {
        home = temporary.resolve("data");
    }

    @Test
    void acknowledgedRowsSurviveThreeKills() throws Exception {
        Set<Long> acknowledged = new TreeSet<>();
        for (int round = 0; round < 3; round++) {
            Child child = Child.writingTo(home);
            child.untilReady();
            for (int row = 0; row < 200; row++) {
                acknowledged.add(Long.valueOf(child.next()));
            }
            long orphan = serverOf(home);
            acknowledged.add(child.kill(1));
            assertThat(program(orphan)).as("kill -9 leaves the server running").isPresent();
            if (round == 1) {
                kill(orphan); // and once the server too, which then has to recover from its log
            }

            try (PortalDatabase database = new KeptCluster(home).start()) {
                assertThat(program(orphan)).as("the orphan was ended").isEmpty();
                assertThat(numbers(database)).containsAll(acknowledged);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(600);
    }

    @Test
    void aSecondPortalOnTheSameFolderIsRefusedInClearWords() throws Exception {
        Child first = Child.writingTo(home);
        try {
            first.untilReady();
            assertThatThrownBy(() -> new KeptCluster(home).start())
                    .isInstanceOf(StartRefused.class)
                    .hasMessage("Another portal (process %d) already runs on the data folder %s: end it, or set PORTAL_DATA_DIR to another folder.",
                            first.process().pid(), home);
            assertThat(first.next()).as("the first one is left alone").matches("\\d+");
        } finally {
            first.kill(0);
            new KeptCluster(home).start().close();
        }
    }

    @Test
    void aCheckLooksAtTheServerOfARunningPortal() throws Exception {
        try (PortalDatabase running = new KeptCluster(home).start(); PortalDatabase looking = new KeptCluster(home).startOrAttach()) {
            assertThat(looking.url()).isEqualTo(running.url());
            assertThat(looking.ownServer()).isFalse();
            assertThat(ask(looking, "show server_version")).startsWith(EmbeddedServer.MAJOR_VERSION);
        }
    }

    @Test
    void aFirstStartThatWasKilledHalfWayIsBegunAnew() throws Exception {
        Child child = Child.writingTo(home);
        Path halfMade = untilAServerIsBeingSetUp();
        child.kill(0);
        assertThat(home.resolve("database")).as("killed before it was finished").doesNotExist();

        try (PortalDatabase database = new KeptCluster(home).start()) {
            assertThat(ask(database, "select current_database()")).isEqualTo("portal");
            assertThat(halfMade).doesNotExist();
        }
    }

    @Test
    void aFinishedDatabaseThatMissesFilesIsNeverRemoved() throws Exception {
        new KeptCluster(home).start().close();
        Files.delete(home.resolve("database/passwords.properties"));

        assertThatThrownBy(() -> new KeptCluster(home).start())
                .isInstanceOf(StartRefused.class).hasMessageContaining("put back what is missing");
        assertThat(home.resolve("database/postgresql/PG_VERSION")).exists();
    }

    @Test
    void aStaleNoteThatNamesSomebodyElsesProcessIsNoObstacle() throws Exception {
        new KeptCluster(home).start().close();
        Process other = new ProcessBuilder("sleep", "60").start();
        Files.write(home.resolve("database/postgresql/postmaster.pid"),
                List.of(Long.toString(other.pid()), home.resolve("database/postgresql").toString(), "1", "5432", "", "localhost", "1 1"));
        try (PortalDatabase database = new KeptCluster(home).start()) {
            assertThat(ask(database, "select 1")).isEqualTo("1");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroy();
        }
    }

    @Test
    void aDatabaseOfAnotherPostgresqlIsRefusedInClearWords() throws Exception {
        new KeptCluster(home).start().close();
        Files.writeString(home.resolve("database/postgresql/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> new KeptCluster(home).start())
                .isInstanceOf(StartRefused.class).hasMessageContaining("made by PostgreSQL 17 and this portal brings 18");
    }

    @Test
    void commitsAreDurableAndNobodySignsInWithoutAPassword() throws Exception {
        try (PortalDatabase database = new KeptCluster(home).start()) {
            assertThat(List.of(ask(database, "show fsync"), ask(database, "show synchronous_commit"), ask(database, "show full_page_writes")))
                    .containsOnly("on");
            assertThat(ask(database, "show password_encryption")).isEqualTo("scram-sha-256");
            assertThat(ask(database, "show server_encoding")).isEqualTo("UTF8");
            assertThat(ask(database, "select upper('ñandú')")).isEqualTo("ÑANDÚ");
            for (String user : List.of("postgres", PortalDatabase.OWNER, PortalDatabase.APPLICATION)) {
                assertThatThrownBy(() -> DriverManager.getConnection(database.url(), user, "wrong")).isInstanceOf(SQLException.class)
                        .hasMessageContaining("password authentication failed");
            }
        }
    }

    @Test
    void nobodyElseCanReadTheFolderAndThePasswords() throws Exception {
        new KeptCluster(home).start().close();

        assertThat(permissions(home)).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("programs"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("database"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("database/postgresql"))).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("database/passwords.properties"))).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedInClearWords() throws Exception {
        Files.createFile(home);

        assertThatThrownBy(() -> new KeptCluster(home).start())
                .isInstanceOf(StartRefused.class).hasMessageContaining("set PORTAL_DATA_DIR to another folder");
    }

    private Path untilAServerIsBeingSetUp() throws Exception {
        while (true) {
            if (Files.exists(home)) {
                try (var inside = Files.list(home)) {
                    for (Path folder : inside.filter(file -> file.getFileName().toString().startsWith("database.unfinished")).toList()) {
                        if (Files.exists(folder.resolve("postgresql/postmaster.pid"))) {
                            return folder;
                        }
                    }
                }
            }
            Thread.sleep(2);
        }
    }

    private static long serverOf(Path home) throws IOException {
        return new ServerFiles(home.resolve("database/postgresql")).pid().orElseThrow();
    }

    private static void kill(long process) throws Exception {
        new ProcessBuilder("kill", "-9", Long.toString(process)).start().waitFor();
    }

    /** What the process runs; a zombie that nobody reaped runs nothing. */
    private static Optional<String> program(long process) {
        return ProcessHandle.of(process).flatMap(handle -> handle.info().command());
    }

    private static Set<Long> numbers(PortalDatabase database) throws SQLException {
        Set<Long> numbers = new TreeSet<>();
        try (Connection owner = owner(database); Statement statement = owner.createStatement();
                var rows = statement.executeQuery("select n from written")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private static String ask(PortalDatabase database, String question) throws SQLException {
        try (Connection owner = owner(database); Statement statement = owner.createStatement();
                var answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Connection owner(PortalDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), PortalDatabase.OWNER, database.passwords().owner());
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
