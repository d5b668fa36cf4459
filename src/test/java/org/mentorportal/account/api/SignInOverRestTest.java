package org.mentorportal.account.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentorportal.account.AccountInfo;
import org.mentorportal.account.SecondFactorService;
import org.mentorportal.account.TokenOutcome;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Role;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.Program;
import org.mentorportal.support.RestTest;
import org.mentorportal.support.School;
import org.mentorportal.support.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes in by the REST door, and how. */
@ExtendWith(OutputCaptureExtension.class)
class SignInOverRestTest extends RestTest {

    private static final String NEW_TOKEN = "{'name': 'league import', 'days': 90}";

    @Autowired
    SecondFactorService factors;
    @Autowired
    MovableClock movable;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void backToNow() {
        movable.putBack();
    }

    @Test
    void tokenMadeWithNameAndPasswordLetsIn(CapturedOutput log) {
        AccountInfo student = school.student();
        Program.Answer made = programWith(student.email(), School.PASSWORD).post(API + "tokens", NEW_TOKEN);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.at("/name")).isEqualTo("league import");
        assertThat(made.header("Cache-Control")).contains("no-store");
        assertThat(made.headers().allValues("Set-Cookie")).isEmpty();
        Program.Answer me = programWith(made.at("/token")).get(API + "me");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.at("/name")).isEqualTo(student.displayName());
        assertThat(me.at("/id")).isEqualTo(student.id().toString());
        assertThat(me.at("/roles/0")).isEqualTo("STUDENT");
        assertThat(me.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(log.getAll()).doesNotContain(made.at("/token"));
    }

    @Test
    void e3RepeatIsToldThatTheTokenWasMadeButNotItsSecret() {
        Program program = programWith(school.student().email(), School.PASSWORD);
        assertThat(program.post(API + "tokens", NEW_TOKEN, "Idempotency-Key", "k1").status()).isEqualTo(201);
        Program.Answer again = program.post(API + "tokens", NEW_TOKEN, "Idempotency-Key", "k1");
        assertProblem(again, 409, "secret-shown-before");
        assertThat(again.text()).doesNotContain("mp_");
    }

    @Test
    void tokenCannotMakeAnotherNorCanACookie() {
        AccountInfo student = school.student();
        assertProblem(programOf(student).post(API + "tokens", NEW_TOKEN), 401, "unauthorized");
        assertProblem(stranger().post(API + "tokens", NEW_TOKEN, "Cookie", signedIn(student)), 401, "unauthorized");
    }

    @Test
    void tokenNeedsANameAndDays() {
        Program program = programWith(school.student().email(), School.PASSWORD);
        assertProblem(program.post(API + "tokens", "{'days': 90}"), 400, "bad-request");
        assertProblem(program.post(API + "tokens", "{'name': 'x', 'days': 366}"), 422, "token-days");
        assertProblem(program.post(API + "tokens", "{'name': ' ', 'days': 3}"), 422, "token-name");
    }

    @Test
    void strangerIsAskedForAToken() {
        Program.Answer answer = stranger().get(API + "me");
        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertProblem(programWith("mp_something").get(API + "me"), 401, "unauthorized");
        assertProblem(stranger().get(API + "me", "Authorization", "Bearer"), 401, "unauthorized");
        assertProblem(stranger().get(API + "me", "Authorization", "Digest x"), 401, "unauthorized");
    }

    @Test
    void passwordIsOnlyGoodForMakingATokenAndNotForOtherCalls() {
        assertProblem(programWith(school.student().email(), School.PASSWORD).get(API + "me"), 401, "unauthorized");
    }

    @Test
    void cookieOfASignedInBrowserCountsForNothing() {
        AccountInfo student = school.student();
        String cookie = signedIn(student);
        assertThat(stranger().get("my-bookings", "Cookie", cookie).status()).as("it is a good cookie").isEqualTo(200);
        assertProblem(stranger().get(API + "me", "Cookie", cookie), 401, "unauthorized");
        assertProblem(stranger().post(API + "bookings", "{}", "Cookie", cookie), 401, "unauthorized");
        assertThat(programOf(student).get(API + "me", "Cookie", cookie).headers().allValues("Set-Cookie")).isEmpty();
    }

    private String signedIn(AccountInfo person) {
        return browser().signedIn(person.email(), School.PASSWORD).cookie();
    }

    @Test
    void tokenEndsByExpiringBeingRevokedOrItsAccountBeingDisabled() {
        AccountInfo student = school.student();
        TokenOutcome.Made token = tokenOf(student);
        Program program = programWith(token.secret().text());
        assertThat(program.get(API + "me").status()).isEqualTo(200);
        movable.moveTo(token.token().expiresAt().plusSeconds(1));
        assertProblem(program.get(API + "me"), 401, "unauthorized");
        movable.putBack();
        jdbc.sql("update account set enabled = false where id = ?").param(student.id().value()).update();
        assertProblem(program.get(API + "me"), 401, "unauthorized");
        assertProblem(programWith(student.email(), School.PASSWORD).post(API + "tokens", NEW_TOKEN), 401, "unauthorized");
        jdbc.sql("update account set enabled = true where id = ?").param(student.id().value()).update();
        assertThat(program.get(API + "me").status()).isEqualTo(200);
        jdbc.sql("update access_token set revoked_at = made_at where id = ?").param(token.token().id().value()).update();
        assertProblem(program.get(API + "me"), 401, "unauthorized");
        jdbc.sql("update access_token set revoked_at = null where id = ?").param(token.token().id().value()).update(); // its trail knows no other
    }

    @Test
    void roleThatIsTakenAwayCountsFromTheNextCallOn() {
        AccountInfo person = school.person(Role.PRINCIPAL, Role.STUDENT);
        Program program = programOf(person);
        assertThat(program.get(API + "me").at("/roles/1")).isEqualTo("PRINCIPAL");
        jdbc.sql("delete from account_role where account_id = ? and role = 'PRINCIPAL'").param(person.id().value()).update();
        assertThat(program.get(API + "me").body().get("roles")).hasSize(1);
        assertProblem(program.post(API + "bookings/1/approve", ""), 403, "forbidden");
    }

    @Test
    void guessingIsSlowedAndSaysForHowLong() {
        AccountInfo student = school.student();
        Program guesser = programWith(student.email(), "a guess");
        IntStream.range(0, 10).forEach(n -> assertProblem(guesser.post(API + "tokens", NEW_TOKEN), 401, "unauthorized"));
        Program.Answer slowed = guesser.post(API + "tokens", NEW_TOKEN);
        assertProblem(slowed, 429, "too-many-sign-ins");
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(800, 901);
        assertProblem(programWith(student.email().toUpperCase(), School.PASSWORD).post(API + "tokens", NEW_TOKEN), 429, "too-many-sign-ins");

        WebClient browser = browser();
        WebClient.Answer page = browser.signIn(student.email(), School.PASSWORD, browser.formToken());
        assertThat(page.header("Location")).as("one throttle for both doors").matches(".*login\\?wait=\\d+");
        assertPortalsOwnPage(stranger().get("login?wait=60"));
    }

    @Test
    void passwordAloneMakesNoTokenForAnAccountWithASecondFactor() {
        AccountInfo student = school.student();
        Program program = programWith(student.email(), School.PASSWORD);
        assertThat(program.post(API + "tokens", NEW_TOKEN).status()).isEqualTo(201);
        jdbc.sql("insert into second_factor (account_id, secret, version) values (?, ?, 0)").params(student.id().value(), new byte[48]).update();
        Program.Answer refused = program.post(API + "tokens", NEW_TOKEN);
        assertProblem(refused, 403, "second-factor-account");
        assertThat(refused.at("/detail")).contains("make the access token in Settings");
        assertProblem(programWith(student.email(), "a guess").post(API + "tokens", NEW_TOKEN), 401, "unauthorized");
        school.as(school.admin(), () -> factors.turnOff(student.id(), CommandKey.fresh())); // so that its trail is as it is
    }

    @Test
    void signInPageIsThePortalsOwn() {
        assertPortalsOwnPage(stranger().get("login"));
        assertPortalsOwnPage(stranger().get("login?error"));
    }

    private static void assertPortalsOwnPage(Program.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("VAADIN/", "assets/icon.svg").doesNotContain("default-ui.css");
    }

    @Test
    void unknownNameIsAnsweredLikeAWrongPassword() {
        Program.Answer unknown = programWith("nobody" + System.nanoTime() + "@test.school", "x").post(API + "tokens", NEW_TOKEN);
        Program.Answer wrong = programWith(school.student().email(), "x").post(API + "tokens", NEW_TOKEN);
        assertProblem(unknown, 401, "unauthorized");
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(unknown.header("WWW-Authenticate")).startsWith("Basic").isEqualTo(wrong.header("WWW-Authenticate"));
    }

    @Test
    void unknownNameCostsOneHashLikeAWrongPassword() {
        AccountInfo student = school.student();
        Duration unknown = time(() -> programWith("nobody" + System.nanoTime() + "@test.school", "x").post(API + "tokens", NEW_TOKEN));
        Duration known = time(() -> programWith(student.email(), "x").post(API + "tokens", NEW_TOKEN));
        assertThat(unknown).isBetween(known.dividedBy(4), known.multipliedBy(4));
    }

    private static Duration time(Runnable call) {
        call.run();
        return IntStream.range(0, 3).mapToObj(n -> {
            long begun = System.nanoTime();
            call.run();
            return Duration.ofNanos(System.nanoTime() - begun);
        }).min(Duration::compareTo).orElseThrow();
    }

    @Test
    void figuresAreForAdminsAndCollectorsOnly() {
        assertProblem(stranger().get("actuator/prometheus"), 401, "unauthorized");
        assertProblem(programOf(school.student()).get("actuator/prometheus"), 403, "forbidden");
        assertProblem(programOf(school.principal()).get("actuator/prometheus"), 403, "forbidden");
        assertProblem(programWith("").get("actuator/prometheus"), 401, "unauthorized");
        desk.book(school.student(), school.service(), school.in(1, "10:00"));
        Program.Answer figures = programOf(school.admin()).get("actuator/prometheus");
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.text()).contains("portal_command_seconds_count{command=\"RequestBooking\"");
        assertProblem(stranger().get("actuator"), 401, "unauthorized");
        assertProblem(programOf(school.admin()).get("actuator/env"), 403, "forbidden");
    }

    @Test
    void scrapeTokenIsGoodForFiguresOnlyIfThereIsOne() {
        assertThat(new ScrapeToken("").holder("")).isEmpty();
        assertThat(new ScrapeToken("secret").holder("secreT")).isEmpty();
        assertThat(new ScrapeToken("secret").holder("secret")).hasValueSatisfying(scraper ->
                assertThat(scraper.getAuthorities()).extracting(Object::toString).containsExactly("SCRAPE"));
        assertThat(new ScrapeToken("secret").toString()).doesNotContain("secret");
    }

    @Test
    void healthIsOpenAndTellsNoDetails() {
        Program.Answer health = stranger().get("actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.at("/status")).isEqualTo("UP");
        assertThat(health.body().has("components")).isFalse();
    }
}
