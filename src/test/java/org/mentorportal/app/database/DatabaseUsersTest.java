package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseUsersTest {

    private final PortalDatabase database = ThrowAwayCluster.freshDatabase();

    @BeforeEach
    void aTableOfTheOwner() {
        asOwner("create table seat (n int)");
        asOwner("grant select, insert on seat to portal_application");
    }

    @Test
    void theApplicationUsesWhatItWasGranted() {
        assertThatCode(() -> asApplication("insert into seat values (1)")).doesNotThrowAnyException();
    }

    @Test
    void theApplicationCannotChangeTheSchema() {
        refused("create table other (n int)");
        refused("create schema other");
        refused("create temporary table other (n int)");
        refused("create extension pgcrypto");
        refused("alter table seat add column m int");
        refused("drop table seat");
        refused("truncate seat");
        refused("update seat set n = 2");
        refused("delete from seat");
        refused("set role portal_owner");
        refused("create role other");
    }

    @Test
    void theOwnerOfTheSchemaHasTheExclusionConstraintsItNeeds() {
        assertThatCode(() -> asOwner("create table claim (resource bigint, time tstzrange, exclude using gist (resource with =, time with &&))"))
                .doesNotThrowAnyException();
    }

    @Test
    void theOwnerIsNoSuperuser() {
        assertThatThrownBy(() -> asOwner("create role other")).hasMessageContaining("permission denied");
    }

    private void refused(String sql) {
        assertThatThrownBy(() -> asApplication(sql)).as(sql).isInstanceOf(IllegalStateException.class)
                .satisfies(failure -> assertThat(((SQLException) failure.getCause()).getSQLState()).isEqualTo("42501"));
    }

    private void asOwner(String sql) {
        run(PortalDatabase.OWNER, database.passwords().owner(), sql);
    }

    private void asApplication(String sql) {
        run(PortalDatabase.APPLICATION, database.passwords().application(), sql);
    }

    private void run(String user, String password, String sql) {
        try (Connection connection = DriverManager.getConnection(database.url(), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }
}
