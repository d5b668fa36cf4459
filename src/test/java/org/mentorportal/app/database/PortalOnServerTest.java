package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.RanChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The portal on a database server of the school's own: the newest PostgreSQL that it accepts in every run, and the oldest
 * one too with {@code ./portal test --long}, which fails where that server's binaries are missing.
 */
@ParameterizedClass
@MethodSource("servers")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalOnServerTest {

    private static final Version NEWEST = new Version(18, DefaultPostgresBinaryResolver.INSTANCE);
    private static final Version OLDEST = new Version(15, new BinariesFile(Path.of("target/postgres15/binaries.jar")));
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    private static final Pattern NAMED_RULE = Pattern.compile("(?:constraint|unique index|create trigger) +((?:pk|fk|uq|ex|ck|tg)_\\w+)");

    @Parameter
    Version version;
    private SchoolServer server;
    private JdbcClient owner;
    private List<String> before;
    private List<String> said;
    private List<String> migrated;

    static List<Version> servers() {
        return Boolean.getBoolean("portal.long") ? List.of(NEWEST, OLDEST) : List.of(NEWEST);
    }

    @BeforeParameterizedClassInvocation
    void aPortalIsStartedOnItsEmptyDatabaseUsedAndEnded() throws Exception {
        server = SchoolServer.start(version.binaries);
        PortalDatabase database = server.database();
        owner = JdbcClient.create(new DriverManagerDataSource(database.url(), PortalDatabase.OWNER, database.passwords().owner()));
        before = SchemaListing.of(owner);
        said = PortalVisit.with(Map.of("PORT", "0", "PORTAL_MEETING_BASE_URL", "https://meet.test",
                "PORTAL_BASE_URL", "https://portal.test", "PORTAL_SECOND_FACTOR_KEY", KEY, "SPRING_DATASOURCE_URL", database.url(),
                "SPRING_DATASOURCE_USERNAME", PortalDatabase.APPLICATION,
                "SPRING_DATASOURCE_PASSWORD", database.passwords().application(),
                "SPRING_LIQUIBASE_USER", PortalDatabase.OWNER, "SPRING_LIQUIBASE_PASSWORD", database.passwords().owner()));
        migrated = SchemaListing.of(owner);
    }

    @AfterParameterizedClassInvocation
    void endTheServer() throws IOException {
        if (server != null) {
            server.close();
            server = null; // one object stands for all versions, and the next server may not start
        }
    }

    @Test
    void thisIsTheServerThatWasMeant() {
        assertThat(owner.sql("show server_version_num").query(Integer.class).single() / 10_000).isEqualTo(version.number);
    }

    @Test
    void x25ThePortalSignsInAsItsUserIsSetUpOnceAndBookingsAreMadeDecidedAndKept() {
        assertThat(said).containsExactly("signed in as portal_app", "people before: 0", "health 200",
                "set-up page 200", "set-up token is for its owner alone: rw-------", "with another token: SET_UP_TOKEN",
                "a day later: SET_UP_TOKEN", "four at once: [SET_UP_DONE, SET_UP_DONE, SET_UP_DONE, done]", "admins: 1",
                "afterwards: SET_UP_DONE", "set-up page 404", "a principal's way in: SET_UP, a student's: IN",
                "Ann's request is PENDING", "Ben is refused: SLOT_TAKEN", "Ann's request is APPROVED",
                "Ann's request is CANCELLED", "Ben's request is PENDING", "Ann's trail is 3 long");
    }

    @Test
    void theOwnerHasAppliedEveryChangeset() throws Exception {
        assertThat(owner.sql("select distinct tableowner from pg_tables where schemaname = 'public'").query(String.class).list())
                .containsExactly(PortalDatabase.OWNER);
        try (Changesets changesets = new Changesets(server.database())) {
            assertThat(changesets.notApplied()).isZero();
        }
    }

    @Test
    void everyNamedRuleOfBookingsIsInTheSchema() throws IOException {
        List<String> rules = NAMED_RULE.matcher(Files.readString(Path.of("db-changelog/changes/0004-booking.sql"))).results()
                .map(found -> found.group(1)).distinct().toList();

        assertThat(rules).contains("ex_booking_resource_overlap", "uq_booking_seat", "tg_closure_booking");
        assertThat(rules).allSatisfy(rule -> assertThat(migrated)
                .anyMatch(line -> line.matches("(?s)(constraint|index|trigger) " + rule + " .*")));
        assertThat(migrated).anyMatch(line -> line.startsWith("extension btree_gist"));
    }

    @Test
    void everyChangesetCanBeTakenBackAndAppliedAgain() throws Exception {
        try (Changesets changesets = new Changesets(server.database())) {
            List<String> names = changesets.applied();
            List<List<String>> down = new ArrayList<>();
            for (int left = names.size(); left > 0; left--) {
                down.addFirst(SchemaListing.of(owner));
                changesets.takeBackOne();
            }
            assertThat(SchemaListing.of(owner)).as("after all were taken back").isEqualTo(before);
            for (int again = 0; again < names.size(); again++) {
                changesets.applyOne();
                assertThat(SchemaListing.of(owner)).as("after " + names.get(again)).isEqualTo(down.get(again));
            }
        }
    }

    record Version(int number, PgBinaryResolver binaries) {

        @Override
        public String toString() {
            return "PostgreSQL " + number;
        }
    }

    /** The portal's changesets, applied and taken back by the owner. */
    private static final class Changesets implements AutoCloseable {

        private static final Contexts ALL = new Contexts();
        private static final LabelExpression ANY = new LabelExpression();
        private static final Logger LOGGED_BY_LIQUIBASE = Logger.getLogger("liquibase"); // held: its level is forgotten with it

        private final Connection connection;
        private final Liquibase liquibase;

        Changesets(PortalDatabase database) throws Exception {
            connection = DriverManager.getConnection(database.url(), PortalDatabase.OWNER, database.passwords().owner());
            LOGGED_BY_LIQUIBASE.setLevel(Level.WARNING);
            liquibase = new Liquibase("db-changelog/changelog-root.yaml", new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        }

        List<String> applied() throws Exception {
            return liquibase.getDatabase().getRanChangeSetList().stream().map(RanChangeSet::getId).toList();
        }

        int notApplied() throws Exception {
            return liquibase.listUnrunChangeSets(ALL, ANY).size();
        }

        void takeBackOne() throws Exception {
            quietly(() -> liquibase.rollback(1, ALL, ANY));
        }

        void applyOne() throws Exception {
            quietly(() -> liquibase.update(1, ALL, ANY));
        }

        /** Not told to the console, as it would be outside Spring. */
        private static void quietly(Scope.ScopedRunner<?> step) throws Exception {
            Scope.child(Scope.Attr.ui, new LoggerUIService(), step);
        }

        @Override
        public void close() throws LiquibaseException, SQLException {
            liquibase.close();
            connection.close();
        }
    }

    /** Another version's binaries than those on the class path. */
    private record BinariesFile(Path jar) implements PgBinaryResolver {

        @Override
        public InputStream getPgBinary(String system, String machine) throws IOException {
            try (var binaries = new JarFile(jar.toFile())) {
                var archive = binaries.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst().orElseThrow();
                return new ByteArrayInputStream(binaries.getInputStream(archive).readAllBytes());
            }
        }
    }
}
