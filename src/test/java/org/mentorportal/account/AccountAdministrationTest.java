package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.AdministrationOutcome.AlreadySo;
import org.mentorportal.account.AdministrationOutcome.Done;
import org.mentorportal.account.AdministrationOutcome.Stale;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Names, roles, disabling and enabling: X3, X4. */
@PortalTest
class AccountAdministrationTest {

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    AccountAdministration accounts;
    @Autowired
    JdbcClient jdbc;

    private AdministrationOutcome edit(AccountInfo admin, AccountInfo person, int version, String name, Role... roles) {
        return school.as(admin, () -> accounts.edit(new EditAccount(person.id(), version, name, Set.of(roles)), CommandKey.fresh()));
    }

    private AdministrationOutcome switchTo(AccountInfo admin, AccountInfo person, int version, boolean enabled) {
        return school.as(admin, () -> accounts.switchTo(new SwitchAccount(person.id(), version, enabled), CommandKey.fresh()));
    }

    private int version(AccountInfo person) {
        return jdbc.sql("select version from account where id = ?").param(person.id().value()).query(Integer.class).single();
    }

    private static void assertRefused(AdministrationOutcome outcome, AccountRule rule) {
        assertThat(outcome.refusal()).hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(rule));
    }

    @Test
    void adminGrantsAndTakesRolesAndTheTrailSaysWhich() {
        AccountInfo admin = school.admin();
        AccountInfo person = school.student();
        assertThat(edit(admin, person, 1, "Nora New", Role.STUDENT, Role.MENTOR)).isInstanceOf(Done.class);
        assertThat(edit(admin, person, 2, "Nora New", Role.PRINCIPAL)).isInstanceOf(Done.class);
        assertThat(edit(admin, person, 3, "Nora New", Role.PRINCIPAL)).isInstanceOf(AlreadySo.class);
        assertThat(desk.trailOf("account", person.id().value())).containsExactly("1 null>ENABLED ADMIN CreateAccount",
                "2 ENABLED>ENABLED ADMIN EditAccount", "3 ENABLED>ENABLED ADMIN EditAccount");
        assertThat(jdbc.sql("select canonical from audit_event where subject_type = 'account' and subject_id = ? and seq = 2")
                .param(person.id().value()).query(String.class).single())
                .contains("fact.changed=NAME,ROLES", "fact.roles=STUDENT,MENTOR").doesNotContain("Nora", "@");
    }

    @Test
    void disabledAndEnabledAgain() {
        AccountInfo admin = school.admin();
        AccountInfo person = school.student();
        assertThat(switchTo(admin, person, 1, false)).isInstanceOfSatisfying(Done.class, done ->
                assertThat(done.account().state()).isEqualTo(AccountState.DISABLED));
        assertThat(switchTo(admin, person, 1, false)).isInstanceOf(AlreadySo.class);
        assertThat(switchTo(admin, person, 2, true)).isInstanceOfSatisfying(Done.class, done ->
                assertThat(done.account().state()).isEqualTo(AccountState.ENABLED));
    }

    @Test
    void staleSaveIsToldWhoChangedWhat() {
        AccountInfo first = school.admin();
        AccountInfo second = school.admin();
        AccountInfo person = school.student();
        edit(first, person, 1, "Nora New", Role.STUDENT);
        assertThat(edit(second, person, 1, "Nora Newer", Role.STUDENT)).isInstanceOfSatisfying(Stale.class, stale -> {
            assertThat(stale.current().displayName()).isEqualTo("Nora New");
            assertThat(stale.since()).singleElement().satisfies(change -> {
                assertThat(change.who()).isEqualTo(first.displayName());
                assertThat(change.parts()).containsExactly(AccountPart.NAME);
            });
        });
    }

    @Test
    void x4OnlyAdminsChangeAccounts() {
        AccountInfo victim = school.student();
        for (AccountInfo person : List.of(school.student(), school.mentor(), school.principal())) {
            assertThatThrownBy(() -> edit(person, person, 1, "Me", Role.ADMIN)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> switchTo(person, victim, 1, false)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> school.as(person, () -> accounts.find("", 10))).isInstanceOf(AccessDeniedException.class);
        }
        assertThat(version(victim)).isOne();
    }

    /** Nobody else administers meanwhile. */
    private void amongThemselves(List<AccountInfo> admins, Runnable test) {
        List<Long> others = jdbc.sql("select id from account where enabled and id in (select account_id from account_role where role = 'ADMIN') "
                + "and id not in (:admins)").param("admins", admins.stream().map(admin -> admin.id().value()).toList()).query(Long.class).list();
        jdbc.sql("update account set enabled = false where id in (:others)").param("others", others).update();
        try {
            test.run();
        } finally {
            jdbc.sql("update account set enabled = true where id in (:others)").param("others", others).update();
        }
    }

    @Test
    void x4LastAdminIsNeitherDisabledNorLosesTheRole() {
        AccountInfo last = school.person(Role.ADMIN, Role.MENTOR);
        AccountInfo invited = school.admin();
        jdbc.sql("update account set password_hash = null where id = ?").param(invited.id().value()).update();
        amongThemselves(List.of(last, invited), () -> {
            assertRefused(edit(last, last, 1, "Me", Role.MENTOR), AccountRule.LAST_ADMIN);
            assertRefused(switchTo(last, last, 1, false), AccountRule.LAST_ADMIN);
            assertThat(edit(last, last, 1, "Me", Role.ADMIN)).as("but may be called otherwise").isInstanceOf(Done.class);
        });
        jdbc.sql("update account set password_hash = '{noop}x' where id = ?").param(invited.id().value()).update(); // its trail knows no other
    }

    @Test
    void x4OfTwoAdminsWhoRemoveEachOtherAtOnceOneStays() {
        for (int round = 0; round < 10; round++) {
            AccountInfo ann = school.admin();
            AccountInfo ben = school.admin();
            boolean disable = round % 2 == 0;
            amongThemselves(List.of(ann, ben), () -> {
                Supplier<AdministrationOutcome> annActs = () -> disable ? switchTo(ann, ben, 1, false) : edit(ann, ben, 1, "Ben", Role.STUDENT);
                Supplier<AdministrationOutcome> benActs = () -> disable ? switchTo(ben, ann, 1, false) : edit(ben, ann, 1, "Ann", Role.STUDENT);
                List<AdministrationOutcome> outcomes = Race.of(List.of(annActs, benActs));
                assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
                assertRefused(outcomes.stream().filter(outcome -> !(outcome instanceof Done)).findFirst().orElseThrow(), AccountRule.LAST_ADMIN);
            });
        }
    }

    @Test
    void findsByPartsOfNameAndAddressAndNoPattern() {
        AccountInfo admin = school.admin();
        AccountInfo person = school.student();
        edit(admin, person, 1, "100% Nora_" + person.id(), Role.STUDENT);
        for (String text : List.of("100% nora_" + person.id(), person.email().toUpperCase())) {
            assertThat(school.as(admin, () -> accounts.find(text, 10))).singleElement().satisfies(found -> assertThat(found.id()).isEqualTo(person.id()));
        }
        assertThat(school.as(admin, () -> accounts.find("1%nora", 10))).isEmpty();
    }
}
