package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.account.TokenOutcome.AlreadyRevoked;
import org.mentorportal.account.TokenOutcome.Made;
import org.mentorportal.account.TokenOutcome.MadeBefore;
import org.mentorportal.account.TokenOutcome.NotDone;
import org.mentorportal.account.TokenOutcome.Revoked;
import org.mentorportal.command.CommandKey;
import org.mentorportal.command.CommandRule;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.RuleId;
import org.mentorportal.support.CountedStatements;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access tokens: made, shown once, read at each call, ended. */
@PortalTest
class AccessTokenTest {

    @Autowired
    AccessTokenService tokens;
    @Autowired
    TokenHolders holders;
    @Autowired
    School school;
    @Autowired
    MovableClock clock;
    @Autowired
    Clock portal;
    @Autowired
    CountedStatements statements;
    @Autowired
    JdbcClient jdbc;

    private AccountInfo student;

    @BeforeEach
    void person() {
        student = school.student();
    }

    @AfterEach
    void backToNow() {
        clock.putBack();
    }

    private <T> T asStudent(Supplier<T> work) {
        return school.as(student, work);
    }

    private TokenOutcome make(String name, int days, CommandKey key) {
        return asStudent(() -> tokens.make(new MakeToken(name, days), key));
    }

    private Made made() {
        return (Made) make("my script", 30, CommandKey.fresh());
    }

    private static RuleId refusal(TokenOutcome outcome) {
        return ((NotDone) outcome).why().rule();
    }

    @Test
    void tokenIsItsPersonWithTheRolesOfTheMoment() {
        TokenSecret secret = made().secret();
        assertThat(holders.of(secret)).map(PortalUser::actor).contains(student.asActor());

        jdbc.sql("insert into account_role (account_id, role) values (?, 'MENTOR')").param(student.id().value()).update();
        assertThat(holders.of(secret)).map(PortalUser::actor).map(Actor::roles).contains(Set.of(Role.STUDENT, Role.MENTOR));
    }

    @Test
    void readingATokenIsOneStatement() {
        TokenSecret secret = made().secret();
        assertThat(statements.ofThisThread(() -> holders.of(secret))).hasSize(1);
    }

    @Test
    void secretHas256RandomBitsAndAPrefixByWhichItCanBeFound() {
        assertThat(made().secret().text()).matches("mp_[A-Za-z0-9_-]{43}").isNotEqualTo(made().secret().text());
    }

    @Test
    void onlyTheHashOfASecretIsKept() {
        Made made = made();
        List<String> everything = jdbc.sql("""
                select t::text from access_token t union all select r::text from command_receipt r where r.actor_id = :me
                union all select e::text from audit_event e where e.actor_id = :me""")
                .param("me", student.id().value()).query(String.class).list();
        assertThat(everything).isNotEmpty().noneMatch(row -> row.contains(made.secret().text()));
        assertThat(made.toString()).doesNotContain(made.secret().text());
    }

    @Test
    void e3RepeatIsTheSameTokenButItsSecretIsNotShownAgain() {
        CommandKey key = CommandKey.fresh();
        Made first = (Made) make("my script", 30, key);
        TokenOutcome again = make("my script", 30, key.again());

        assertThat(again).isEqualTo(new MadeBefore(first.token()));
        assertThat(again.refusal()).map(why -> why.rule().name()).contains("SECRET_SHOWN_BEFORE");
        assertThat(asStudent(tokens::mine)).containsExactly(first.token());
        assertThat(refusal(make("my script", 31, key.again()))).isEqualTo(CommandRule.KEY_REUSED);
    }

    @Test
    void tokenExpiresByTheClock() {
        Made made = made();
        clock.moveTo(made.token().expiresAt().minusSeconds(5));
        assertThat(holders.of(made.secret())).isPresent();
        clock.moveTo(made.token().expiresAt());
        assertThat(holders.of(made.secret())).isEmpty();
        assertThat(asStudent(tokens::mine)).isEmpty();
    }

    @Test
    void revokedTokenIsNobodysAndStaysSo() {
        Made made = made();
        var revoke = new RevokeToken(made.token().id());
        assertThat(asStudent(() -> tokens.revoke(revoke, CommandKey.fresh()))).isEqualTo(new Revoked(made.token()));
        assertThat(holders.of(made.secret())).isEmpty();
        assertThat(asStudent(() -> tokens.revoke(revoke, CommandKey.fresh()))).isEqualTo(new AlreadyRevoked(made.token()));
        assertThat(asStudent(tokens::mine)).isEmpty();
        assertThat(jdbc.sql("""
                select seq || ' ' || coalesce(state_from, 'null') || '>' || state_to || ' ' || actor_role || ' ' || command
                from audit_event where subject_type = 'access-token' and subject_id = ? order by seq""")
                .param(made.token().id().value()).query(String.class).list())
                .containsExactly("1 null>VALID STUDENT MakeToken", "2 VALID>REVOKED STUDENT RevokeToken");
    }

    @Test
    void tokenOfADisabledAccountIsNobodys() {
        TokenSecret secret = made().secret();
        jdbc.sql("update account set enabled = false where id = ?").param(student.id().value()).update();
        assertThat(holders.of(secret)).isEmpty();
        jdbc.sql("update account set enabled = true where id = ?").param(student.id().value()).update(); // its trail knows no other
    }

    @Test
    void x1NobodySeesOrRevokesAnothersTokenNotEvenAnAdmin() {
        Made made = made();
        AccountInfo admin = school.admin();
        assertThat(school.as(admin, tokens::mine)).isEmpty();
        TokenOutcome others = school.as(admin, () -> tokens.revoke(new RevokeToken(made.token().id()), CommandKey.fresh()));
        TokenOutcome unknown = school.as(admin, () -> tokens.revoke(new RevokeToken(new TokenId(1_000_000_000)), CommandKey.fresh()));
        assertThat(others).isEqualTo(unknown);
        assertThat(refusal(others)).isEqualTo(AccountRule.UNKNOWN_TOKEN);
        assertThat(holders.of(made.secret())).isPresent();
    }

    @Test
    void nameAndDaysHaveLimits() {
        assertThat(refusal(make(" ", 30, CommandKey.fresh()))).isEqualTo(AccountRule.TOKEN_NAME);
        assertThat(refusal(make("x".repeat(81), 30, CommandKey.fresh()))).isEqualTo(AccountRule.TOKEN_NAME);
        assertThat(refusal(make("x", 0, CommandKey.fresh()))).isEqualTo(AccountRule.TOKEN_DAYS);
        assertThat(refusal(make("x", 366, CommandKey.fresh()))).isEqualTo(AccountRule.TOKEN_DAYS);
        assertThat(((Made) make("x".repeat(80), 365, CommandKey.fresh())).token().expiresAt())
                .isAfter(portal.instant().plus(Duration.ofDays(364)));
    }

    private void makeAll(int count) {
        for (int n = 0; n < count; n++) {
            made();
        }
    }

    @Test
    void tooManyTokensAreRefusedUntilOneIsRevokedOrExpires() {
        makeAll(19);
        Made last = made();
        assertThat(((NotDone) make("one more", 365, CommandKey.fresh())).why()).isEqualTo(Refused.because(AccountRule.TOO_MANY_TOKENS, 20));

        asStudent(() -> tokens.revoke(new RevokeToken(last.token().id()), CommandKey.fresh()));
        assertThat(make("one more", 365, CommandKey.fresh())).isInstanceOf(Made.class);
        assertThat(refusal(make("and one", 365, CommandKey.fresh()))).isEqualTo(AccountRule.TOO_MANY_TOKENS);
        clock.moveTo(last.token().expiresAt());
        assertThat(make("and one", 365, CommandKey.fresh())).isInstanceOf(Made.class);
    }

    @Test
    void ofManyAtOnceOnlySoManyAreMade() {
        makeAll(15);
        List<TokenOutcome> all = Race.of(Stream.<Supplier<TokenOutcome>>generate(() -> () -> make("raced", 30, CommandKey.fresh())).limit(12).toList());

        assertThat(all).filteredOn(Made.class::isInstance).hasSize(5);
        assertThat(all).filteredOn(NotDone.class::isInstance).hasSize(7)
                .allSatisfy(no -> assertThat(refusal(no)).isEqualTo(AccountRule.TOO_MANY_TOKENS));
        assertThat(asStudent(tokens::mine)).hasSize(20);
    }

    @Test
    void whatWasNeverMadeIsNobodys() {
        assertThat(holders.of(TokenSecret.random())).isEmpty();
        assertThat(holders.of(new TokenSecret(""))).isEmpty();
    }
}
