package org.mentorportal.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ZoneGuardTest {

    private final PortalDatabase database = ThrowAwayCluster.freshDatabase();
    private final JdbcClient application = as(PortalDatabase.APPLICATION, database.passwords().application());

    @BeforeEach
    void aSchoolThatWasNeverStarted() {
        JdbcClient owner = as(PortalDatabase.OWNER, database.passwords().owner());
        owner.sql("create table school (id smallint primary key check (id = 1), zone text not null)").update();
        owner.sql("grant select, insert on school to portal_application").update();
    }

    @Test
    void theFirstStartStoresTheZone() {
        new ZoneGuard(application, "Europe/Madrid");

        assertThat(application.sql("select zone from school").query(String.class).single()).isEqualTo("Europe/Madrid");
    }

    @Test
    void theSameZoneStartsAgain() {
        new ZoneGuard(application, "Europe/Madrid");

        assertThatCode(() -> new ZoneGuard(application, "Europe/Madrid")).doesNotThrowAnyException();
    }

    @Test
    void anotherZoneIsRefusedInClearWords() {
        new ZoneGuard(application, "Europe/Madrid");

        assertThatThrownBy(() -> new ZoneGuard(application, "America/Lima")).isInstanceOf(StartRefused.class)
                .hasMessage("This school keeps its time in Europe/Madrid and portal.zone now says America/Lima: set PORTAL_ZONE=Europe/Madrid.");
    }

    @Test
    void whatIsNoZoneIsRefusedBeforeItIsStored() {
        assertThatThrownBy(() -> new ZoneGuard(application, "Middle-earth/Shire")).isInstanceOf(StartRefused.class)
                .hasMessageContaining("portal.zone is no time zone (Middle-earth/Shire)");
        assertThat(application.sql("select count(*) from school").query(Integer.class).single()).isZero();
    }

    private JdbcClient as(String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), user, password));
    }
}
