package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerGuardTest {

    private static final String OWNER = PortalDatabase.OWNER;
    private static final String APPLICATION = PortalDatabase.APPLICATION;

    private final PortalDatabase server = ThrowAwayCluster.freshDatabase();
    private final Passwords passwords = server.passwords();

    @Test
    void twoUsersAreAccepted() {
        assertThatCode(() -> start(APPLICATION, passwords.application(), OWNER)).doesNotThrowAnyException();
    }

    @Test
    void theOwnerOfTheSchemaIsRefusedAsTheApplication() {
        refused(OWNER, passwords.owner(), "somebody_else", "The database user portal_owner may create tables");
    }

    @Test
    void aSuperuserIsRefused() {
        refused("postgres", passwords.superuser(), OWNER, "The database user postgres is a superuser");
    }

    @Test
    void oneUserForBothIsRefused() {
        refused(APPLICATION, passwords.application(), APPLICATION, "are the same user (portal_app)");
    }

    @Test
    void aMissingOwnerIsRefused() {
        refused(APPLICATION, passwords.application(), null, "without SPRING_LIQUIBASE_USER");
    }

    @Test
    void aMissingUserIsRefused() {
        refused("", "", OWNER, "without SPRING_DATASOURCE_USERNAME");
    }

    @Test
    void anApplicationThatOwnsATableIsRefused() throws Exception {
        try (var connection = java.sql.DriverManager.getConnection(server.url(), "postgres", passwords.superuser());
                var statement = connection.createStatement()) {
            statement.execute("create table seat (n int); alter table seat owner to portal_app");
        }
        refused(APPLICATION, passwords.application(), OWNER, "The database user portal_app owns tables");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgres", "Password", "changeme", "portal_app"})
    void wellKnownPasswordsAreRefused(String password) {
        refused(APPLICATION, password, OWNER, "SPRING_DATASOURCE_PASSWORD is empty or well known");
    }

    @Test
    void aWrongPasswordIsToldInWords() {
        refused(APPLICATION, "certainly not it", OWNER, "cannot be reached as user portal_app");
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 19})
    void otherServersAreRefused(int version) {
        assertThatThrownBy(() -> ServerGuard.checkVersion(version)).isInstanceOf(StartRefused.class)
                .hasMessage("The database server is PostgreSQL %d: use one of 15 to 18.", version);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void theseServersAreAccepted(int version) {
        assertThatCode(() -> ServerGuard.checkVersion(version)).doesNotThrowAnyException();
    }

    private void refused(String user, String password, @Nullable String owner, String words) {
        assertThatThrownBy(() -> start(user, password, owner)).isInstanceOf(StartRefused.class).hasMessageContaining(words);
    }

    private void start(String user, String password, @Nullable String owner) {
        ServerGuard.check(server.url(), user, password, owner, passwords.owner());
    }
}
