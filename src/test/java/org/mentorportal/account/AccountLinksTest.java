package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.PortalAddress;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.shared.Role;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Invitations and resets: V6.3.2, V6.4.1, V6.4.6, V11.5.1, X21, X22, X23. */
@PortalTest
class AccountLinksTest {

    private static final String PASSWORD = "seven grey ponies";
    private static int people;

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    AccountLinks links;
    @Autowired
    PasswordLinks doors;
    @Autowired
    AccountAdministration accounts;
    @Autowired
    AccountService known;
    @Autowired
    PasswordEncoder encoder;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private static String newAddress() {
        return "invited" + ++people + "@test.school";
    }

    private LinkOutcome invite(String email) {
        AccountInfo admin = school.admin();
        return school.as(admin, () -> links.invite(new InviteAccount(email, "Nora Invited", Set.of(Role.STUDENT, Role.MENTOR)), CommandKey.fresh()));
    }

    private LinkOutcome.Made invited() {
        return (LinkOutcome.Made) invite(newAddress());
    }

    private LinkOutcome.Made reset(AccountInfo person) {
        AccountInfo admin = school.admin();
        return (LinkOutcome.Made) school.as(admin, () -> links.make(new MakeLink(person.id()), CommandKey.fresh()));
    }

    private static LinkToken token(LinkOutcome.Made made) {
        return new LinkToken(made.address().replaceAll(".*/", ""));
    }

    private PasswordOutcome choose(LinkOutcome.Made made, String password) {
        return doors.choose(token(made), password, CommandKey.fresh());
    }

    private boolean hasPassword(AccountDetails person, String password) {
        return jdbc.sql("select coalesce(password_hash, '') from account where id = ?").param(person.id().value()).query(String.class)
                .optional().filter(hash -> !hash.isEmpty() && encoder.matches(password, hash)).isPresent();
    }

    private void assertOver(LinkOutcome.Made made) {
        assertThat(doors.look(token(made))).isEmpty();
        assertThat(choose(made, "another grey pony").refusal()).hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.LINK_OVER));
    }

    @Test
    void invitedPersonChoosesAPasswordAndTheLinkIsOver() {
        LinkOutcome.Made made = invited();
        assertThat(made.account().state()).isEqualTo(AccountState.INVITED);
        assertThat(doors.look(token(made))).contains(new LinkPage(LinkKind.INVITATION, "Nora Invited", made.account().email()));
        assertThat(doors.look(token(made))).as("looking changes nothing").isPresent();

        assertThat(choose(made, PASSWORD)).isInstanceOf(PasswordOutcome.Chosen.class);
        assertThat(hasPassword(made.account(), PASSWORD)).isTrue();
        assertOver(made);
        assertThat(hasPassword(made.account(), PASSWORD)).as("the first one's").isTrue();
        assertThat(desk.trailOf("account", made.account().id().value())).containsExactly(
                "1 null>INVITED ADMIN InviteAccount", "2 INVITED>ENABLED STUDENT ChoosePassword");
    }

    @Test
    void passwordThatMayNotBeOneLeavesTheLinkAsItIs() {
        LinkOutcome.Made made = invited();
        assertThat(choose(made, "password1").refusal()).hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.PASSWORD_COMMON));
        assertThat(choose(made, "nora invited").refusal()).hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.PASSWORD_ABOUT_YOU));
        assertThat(choose(made, PASSWORD)).isInstanceOf(PasswordOutcome.Chosen.class);
    }

    @Test
    void v641LinkExpires() {
        LinkOutcome.Made invitation = invited();
        assertThat(invitation.expires()).isBetween(clock.instant().plus(Duration.ofDays(7)).minusSeconds(60), clock.instant().plus(Duration.ofDays(7)));
        PortalClock.at(invitation.expires(), () -> {
            assertOver(invitation);
            return true;
        });
        AccountInfo student = school.student();
        LinkOutcome.Made reset = reset(student);
        assertThat(Duration.between(clock.instant(), reset.expires())).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
        PortalClock.at(reset.expires().plusSeconds(1), () -> {
            assertOver(reset);
            return true;
        });
        assertThat(hasPassword(reset.account(), School.PASSWORD)).as("the old one stays good").isTrue();
    }

    @Test
    void v641NewerLinkEndsTheOneBefore() {
        AccountInfo student = school.student();
        LinkOutcome.Made first = reset(student);
        LinkOutcome.Made second = reset(student);
        assertOver(first);
        assertThat(choose(second, PASSWORD)).isInstanceOf(PasswordOutcome.Chosen.class);
        assertOver(first);
    }

    @Test
    void x23OfManyWhoUseALinkAtOnceOneChoosesThePassword() {
        for (int round = 0; round < 5; round++) {
            LinkOutcome.Made made = reset(school.student());
            List<Supplier<PasswordOutcome>> all = Stream.of("a", "b", "c", "d").<Supplier<PasswordOutcome>>map(one ->
                    () -> choose(made, PASSWORD + one)).toList();
            List<PasswordOutcome> outcomes = Race.of(all);
            assertThat(outcomes).filteredOn(PasswordOutcome.Chosen.class::isInstance).hasSize(1);
            int winner = outcomes.indexOf(new PasswordOutcome.Chosen());
            assertThat(hasPassword(made.account(), PASSWORD + "abcd".charAt(winner))).isTrue();
        }
    }

    @Test
    void x23LinkIs256RandomBitsOfWhichOnlyAHashIsKept() {
        LinkOutcome.Made made = invited();
        assertThat(token(made).text()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(token(invited()).text());
        assertThat(jdbc.sql("select count(*) from account_link where token_hash = ?").param(token(made).hash()).query(Integer.class).single()).isOne();
        for (String table : List.of("account_link", "command_receipt", "audit_event", "audit_reason", "account")) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where t::text like ?").param("%" + token(made).text() + "%")
                    .query(Integer.class).single()).as(table).isZero();
        }
        assertThat(made + " " + token(made)).doesNotContain(token(made).text());
    }

    @Test
    void x21LinkLeadsToTheAddressOfTheSettings() {
        assertThat(invited().address()).startsWith("http://localhost:").contains("/invitation/");
        assertThat(new PortalAddress("https://portal.example.org", "8080").to(LinkKind.RESET.path(new LinkToken("x"))))
                .isEqualTo("https://portal.example.org/reset/x");
    }

    @Test
    void x22AddressThatHasAnAccountIsNotInvitedAndNothingChanges() {
        AccountInfo student = school.student();
        String before = row(student);
        assertThat(invite(student.email()).refusal()).hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.EMAIL_TAKEN));
        assertThat(invite(" " + student.email().toUpperCase() + " ").refusal()).isPresent();
        assertThat(row(student)).isEqualTo(before);
        assertThat(jdbc.sql("select count(*) from account_link where account_id = ?").param(student.id().value()).query(Integer.class).single()).isZero();
    }

    private String row(AccountInfo person) {
        return jdbc.sql("select a::text from account a where id = ?").param(person.id().value()).query(String.class).single();
    }

    @Test
    void x22OfTwoWhoInviteOneAddressAtOnceOneMakesTheAccount() {
        String email = newAddress();
        Supplier<LinkOutcome> inviting = () -> invite(email);
        assertThat(Race.of(List.of(inviting, inviting, inviting))).filteredOn(LinkOutcome.Made.class::isInstance).hasSize(1);
    }

    @Test
    void repeatIsToldThatTheLinkWasMadeButNotWhich() {
        AccountInfo admin = school.admin();
        AccountInfo student = school.student();
        CommandKey key = CommandKey.fresh();
        LinkOutcome.Made made = (LinkOutcome.Made) school.as(admin, () -> links.make(new MakeLink(student.id()), key));
        LinkOutcome again = school.as(admin, () -> links.make(new MakeLink(student.id()), key.again()));
        assertThat(again).isInstanceOf(LinkOutcome.MadeBefore.class);
        assertThat(doors.look(token(made))).as("and it is still good").isPresent();
    }

    @Test
    void linkOfADisabledAccountIsOverAndItGetsNone() {
        AccountInfo student = school.student();
        AccountInfo admin = school.admin();
        LinkOutcome.Made made = reset(student);
        school.as(admin, () -> accounts.switchTo(new SwitchAccount(student.id(), made.account().version(), false), CommandKey.fresh()));
        assertOver(made);
        assertThat(school.as(admin, () -> links.make(new MakeLink(student.id()), CommandKey.fresh())).refusal())
                .hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.ACCOUNT_DISABLED));
    }

    @Test
    void unknownAndEmptyTokensAreAnsweredLikeUsedOnes() {
        for (String text : List.of("", "x", "' or 1=1", LinkToken.random().text())) {
            assertThat(doors.look(new LinkToken(text))).isEmpty();
            assertThat(doors.choose(new LinkToken(text), PASSWORD, CommandKey.fresh()).refusal())
                    .hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.LINK_OVER));
        }
    }

    @Test
    void v646NoAdminChoosesAnothersPassword() {
        AccountInfo admin = school.admin();
        assertThatThrownBy(() -> school.as(admin, () -> known.create(new NewAccount(newAddress(), "Nora", new PasswordHash("x"), Set.of(Role.STUDENT)),
                CommandKey.fresh()))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> school.as(admin, () -> known.hash(PASSWORD))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void x4OnlyAdminsInviteAndStartResets() {
        for (AccountInfo person : List.of(school.student(), school.mentor(), school.principal())) {
            assertThatThrownBy(() -> school.as(person, () -> links.invite(new InviteAccount(newAddress(), "Nora", Set.of(Role.ADMIN)), CommandKey.fresh())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> school.as(person, () -> links.make(new MakeLink(person.id()), CommandKey.fresh())))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void whatIsNoNameOrAddressIsRefused() {
        AccountInfo admin = school.admin();
        record Case(String email, String name, Set<Role> roles, AccountRule rule) {
        }
        Stream.of(new Case("nobody", "Nora", Set.of(Role.STUDENT), AccountRule.EMAIL_FORM),
                new Case("a b@c.d", "Nora", Set.of(Role.STUDENT), AccountRule.EMAIL_FORM),
                new Case(newAddress(), " \u202E ", Set.of(Role.STUDENT), AccountRule.PERSON_NAME),
                new Case(newAddress(), "Nora\nroot: signed in", Set.of(Role.STUDENT), AccountRule.PERSON_NAME),
                new Case(newAddress(), "x".repeat(121), Set.of(Role.STUDENT), AccountRule.PERSON_NAME),
                new Case(newAddress(), "Nora", Set.of(), AccountRule.ROLE_NEEDED)).forEach(one ->
                assertThat(school.as(admin, () -> links.invite(new InviteAccount(one.email, one.name, one.roles), CommandKey.fresh())).refusal())
                        .as(one.toString()).hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(one.rule)));
    }
}
