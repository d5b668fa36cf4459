package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.Role;
import org.mentorportal.support.MovableClock;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.School;
import org.mentorportal.support.WebClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** V7: how sessions begin and end, over real HTTP. */
@PortalTest
@ExtendWith(OutputCaptureExtension.class)
class SessionsTest {

    private static final String[] A_PAGE = {"Accept", "text/html"};

    @Autowired
    School school;
    @Autowired
    AccountAdministration accounts;
    @Autowired
    AccountLinks links;
    @Autowired
    PasswordLinks doors;
    @Autowired
    OwnPassword passwords;
    @Autowired
    TestSignIn signIn;
    @Autowired
    CurrentActor actor;
    @Autowired
    MovableClock movable;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    @LocalServerPort
    int port;

    @AfterEach
    void putBack() {
        movable.putBack();
        SecurityContextHolder.clearContext();
    }

    private WebClient signedIn(AccountInfo person) {
        return new WebClient(port).signedIn(person.email(), School.PASSWORD);
    }

    private static boolean isIn(WebClient browser) {
        return browser.get("my-bookings", A_PAGE).status() == 200;
    }

    private static void assertLeft(WebClient browser, StayEnd end) {
        WebClient.Answer answer = browser.get("my-bookings", A_PAGE);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/login?left=" + end);
        assertThat(browser.get("my-bookings", A_PAGE).header("Location")).as("and stays out").contains("login");
    }

    @Test
    void v724SessionIdChangesAtSignInAndTheOldOneIsDead() {
        AccountInfo student = school.student();
        var browser = new WebClient(port);
        String token = browser.formToken();
        String before = browser.cookie();
        browser.signIn(student.email(), School.PASSWORD, token);
        assertThat(browser.cookie()).isNotEqualTo(before);
        assertThat(isIn(browser)).isTrue();
        WebClient.Answer old = new WebClient(port).get("my-bookings", "Accept", "text/html", "Cookie", before);
        assertThat(old.status()).isEqualTo(302);
        assertThat(old.header("Location")).contains("login");
    }

    @Test
    void v712SixthSessionEndsTheOldest() {
        AccountInfo student = school.student();
        List<WebClient> browsers = Stream.generate(() -> signedIn(student)).limit(6).toList();
        assertLeft(browsers.getFirst(), StayEnd.TOO_MANY);
        assertThat(browsers.subList(1, 6)).allMatch(SessionsTest::isIn);
        assertThat(isIn(signedIn(school.student()))).isTrue();
    }

    @Test
    void v731SessionThatNobodyUsesIsOverAfterHalfAnHour() {
        WebClient browser = signedIn(school.student());
        Instant begun = clock.instant();
        movable.moveTo(begun.plus(Duration.ofMinutes(29)));
        assertThat(isIn(browser)).isTrue();
        movable.moveTo(begun.plus(Duration.ofMinutes(55)));
        assertThat(isIn(browser)).as("used at minute 29").isTrue();
        movable.moveTo(begun.plus(Duration.ofMinutes(80)));
        browser.post("?v-r=heartbeat&v-uiId=0", "");
        movable.moveTo(begun.plus(Duration.ofMinutes(86)));
        assertLeft(browser, StayEnd.IDLE);
    }

    @Test
    void v732SessionIsOverAfterTwelveHoursHoweverBusy() {
        WebClient browser = signedIn(school.student());
        Instant begun = clock.instant();
        for (int minute = 25; minute < 12 * 60; minute += 25) {
            movable.moveTo(begun.plus(Duration.ofMinutes(minute)));
            assertThat(isIn(browser)).as("minute " + minute).isTrue();
        }
        movable.moveTo(begun.plus(Duration.ofHours(12)));
        assertLeft(browser, StayEnd.TOO_LONG);
    }

    @Test
    void v742DisabledPersonIsOutAtTheNextClickAndStaysOut() {
        AccountInfo student = school.student();
        WebClient browser = signedIn(student);
        AccountInfo admin = school.admin();
        school.as(admin, () -> accounts.switchTo(new SwitchAccount(student.id(), 1, false), CommandKey.fresh()));
        assertLeft(browser, StayEnd.CHANGED);
        var again = new WebClient(port);
        assertThat(again.signIn(student.email(), School.PASSWORD, again.formToken()).header("Location")).endsWith("login?error");
    }

    @Test
    void x14CallOfAScreenAfterTheRoleWasTakenDoesNothing() {
        AccountInfo person = school.person(Role.ADMIN, Role.STUDENT);
        WebClient browser = signedIn(person);
        WebClient.Tab tab = browser.open("admin/accounts");
        assertThat(browser.post(tab.path(), tab.call()).text()).doesNotContain("login");
        AccountInfo admin = school.admin();
        school.as(admin, () -> accounts.edit(new EditAccount(person.id(), 1, person.displayName(), Set.of(Role.STUDENT)), CommandKey.fresh()));
        assertThat(browser.post(tab.path(), tab.call()).text()).contains("login?left=CHANGED").doesNotContain("Edit");
    }

    @Test
    void x14RoleTakenOnAnotherNodeCountsWithin5Seconds() {
        AccountInfo person = school.person(Role.MENTOR, Role.STUDENT);
        WebClient browser = signedIn(person);
        assertThat(isIn(browser)).isTrue();
        jdbc.sql("update account set power = power + 1 where id = ?").param(person.id().value()).update();
        await().atMost(Duration.ofSeconds(5)).until(() -> !isIn(browser));
    }

    @Test
    void v743PasswordChosenByALinkEndsAllSessions() {
        AccountInfo student = school.student();
        List<WebClient> browsers = List.of(signedIn(student), signedIn(student));
        AccountInfo admin = school.admin();
        var made = (LinkOutcome.Made) school.as(admin, () -> links.make(new MakeLink(student.id()), CommandKey.fresh()));
        assertThat(browsers).as("a reset that is only begun").allMatch(SessionsTest::isIn);
        doors.choose(new LinkToken(made.address().replaceAll(".*/", "")), "seven grey ponies", CommandKey.fresh());
        browsers.forEach(browser -> assertLeft(browser, StayEnd.CHANGED));
        assertThat(isIn(new WebClient(port).signedIn(student.email(), "seven grey ponies"))).isTrue();
    }

    private PasswordOutcome change(Authentication session, String current, String next) {
        SecurityContextHolder.setContext(new SecurityContextImpl(session));
        return passwords.change(current, next, CommandKey.fresh());
    }

    private boolean isIn(Authentication session) {
        SecurityContextHolder.setContext(new SecurityContextImpl(session));
        return actor.find().isPresent();
    }

    @Test
    void v743OwnPasswordChangedEndsAllSessionsButThisOne() {
        AccountInfo student = school.student();
        WebClient browser = signedIn(student);
        Authentication mine = signIn.of(student);
        Authentication other = signIn.of(student);
        assertThat(change(mine, "not " + School.PASSWORD, "seven grey ponies").refusal())
                .hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.PASSWORD_WRONG));
        assertThat(change(mine, School.PASSWORD, "password1").refusal())
                .hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.PASSWORD_COMMON));
        assertThat(isIn(browser) && isIn(other)).as("nothing was changed").isTrue();
        assertThat(change(mine, School.PASSWORD, "seven grey ponies")).isInstanceOf(PasswordOutcome.Chosen.class);
        assertThat(isIn(mine)).isTrue();
        assertThat(isIn(other)).isFalse();
        assertLeft(browser, StayEnd.CHANGED);
    }

    @Test
    void v631CurrentPasswordIsGuessedNoOftenerThanAtTheSignInPage() {
        Authentication session = signIn.of(school.student());
        for (int guess = 0; guess < 10; guess++) {
            change(session, "guess " + guess, "seven grey ponies");
        }
        assertThat(change(session, School.PASSWORD, "seven grey ponies").refusal())
                .hasValueSatisfying(why -> assertThat(why.rule()).isEqualTo(AccountRule.TOO_MANY_SIGN_INS));
    }

    @Test
    void v638AndV163UnknownNameWrongPasswordAndInvitedPersonAreAnsweredAlikeAndLoggedWithoutWhatWasTyped(CapturedOutput log) {
        AccountInfo student = school.student();
        AccountInfo admin = school.admin();
        String invited = "log" + System.nanoTime() + "@test.school";
        school.as(admin, () -> links.invite(new InviteAccount(invited, "Nora", Set.of(Role.STUDENT)), CommandKey.fresh()));
        String unknown = "nobody" + System.nanoTime() + "@test.school\r\nINFO account 1 signed in";
        List<String> answers = Stream.of(student.email(), unknown, invited).map(name -> {
            var browser = new WebClient(port);
            WebClient.Answer answer = browser.signIn(name, "wr0ng p4ssword", browser.formToken());
            return answer.status() + " " + answer.header("Location");
        }).distinct().toList();
        assertThat(answers).hasSize(1);
        assertThat(log.getOut()).contains("sign-in failed, account " + student.id() + ", from", "sign-in failed, no account, from")
                .doesNotContain("wr0ng", unknown.substring(0, 20), student.email(), "\nINFO account 1 signed in");
        signedIn(student);
        assertThat(log.getOut()).contains("account " + student.id() + " signed in, from");
    }

    @Test
    void x16NobodySaysWhoTheyAreButByTheirSession() {
        AccountInfo student = school.student();
        AccountInfo admin = school.admin();
        WebClient browser = signedIn(student);
        browser.get("admin/accounts?account=" + admin.id() + "&role=ADMIN", "Accept", "text/html",
                "X-Forwarded-User", admin.email(), "X-Remote-User", admin.email(), "From", admin.email());
        WebClient.Tab tab = browser.open("admin/accounts");
        assertThat(tab.text()).doesNotContain("Invite somebody");
    }
}
