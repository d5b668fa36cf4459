package org.mentorportal.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AccountService;
import org.mentorportal.account.DemoSignIn;
import org.mentorportal.account.PasswordSignIn;
import org.mentorportal.shared.Role;
import org.mentorportal.support.PortalTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** When the demo school is loaded, and who of it may sign in. */
@PortalTest
class DemoSchoolTest {

    @Autowired
    DemoSchool school;
    @Autowired
    DemoLoader loader;
    @Autowired
    AccountService accounts;
    @Autowired
    PasswordSignIn signIn;
    @Autowired
    JdbcClient jdbc;

    @Test
    void loadsWithinTwentySecondsOfItsThreadsProcessorTime() {
        assertThat(school.report()).hasValueSatisfying(report -> assertThat(report.worked())
                .isBetween(Duration.ofMillis(1), Duration.ofSeconds(20)));
    }

    @Test
    void isLoadedBeforeThePortOpens() {
        assertThat(school.getPhase()).isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }

    @Test
    void isNotLoadedASecondTime() {
        DemoSchool again = school(DemoMode.FORCE, new MockEnvironment());
        int before = demoAccounts();
        again.start();
        assertThat(again.report()).isEmpty();
        assertThat(demoAccounts()).isEqualTo(before);
        assertThat(again.offered()).as("still offered after a restart").isEqualTo(school.offered());
    }

    @Test
    void offersOneAccountOfEachRoleThatCanSignIn() {
        assertThat(school.offered()).extracting(DemoSignIn::role).containsExactly(Role.values());
        assertThat(school.offered()).allSatisfy(offer -> {
            Authentication person = signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(offer.email(), offer.password()));
            assertThat(person.isAuthenticated()).isTrue();
            assertThat(person.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_" + offer.role());
        });
    }

    @Test
    void offersNothingOnAnExternalDatabaseUnlessForced() {
        var external = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/portal");
        assertThat(offeredAfterStart(DemoMode.AUTO, external)).isEmpty();
        assertThat(offeredAfterStart(DemoMode.OFF, external)).isEmpty();
        assertThat(offeredAfterStart(DemoMode.FORCE, external)).hasSize(4);
        assertThat(offeredAfterStart(DemoMode.OFF, new MockEnvironment())).isEmpty();
    }

    private List<DemoSignIn> offeredAfterStart(DemoMode mode, MockEnvironment environment) {
        DemoSchool other = school(mode, environment);
        other.start();
        return other.offered();
    }

    private DemoSchool school(DemoMode mode, MockEnvironment environment) {
        return new DemoSchool(mode, false, environment, accounts, loader);
    }

    @Test
    void hasPeopleOfEveryRole() {
        var byRole = Map.of("STUDENT", 120, "MENTOR", 12, "PRINCIPAL", 2, "ADMIN", 1);
        byRole.forEach((role, count) -> assertThat(jdbc.sql("""
                select count(*) from account a join account_role r on r.account_id = a.id
                where a.email like '%@demo.school' and r.role = ?""").param(role).query(Integer.class).single())
                .as(role).isEqualTo(count));
        assertThat(jdbc.sql("select display_name from account where email = 'student001@demo.school'").query(String.class).single())
                .isEqualTo("Ana Ruiz");
        assertThat(jdbc.sql("select count(distinct display_name) from account where email like '%@demo.school'")
                .query(Integer.class).single()).as("different names").isEqualTo(135);
    }

    private int demoAccounts() {
        return jdbc.sql("select count(*) from account where email like '%@demo.school'").query(Integer.class).single();
    }
}
