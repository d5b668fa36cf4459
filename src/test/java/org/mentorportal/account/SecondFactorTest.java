package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mentorportal.command.CommandKey;
import org.mentorportal.shared.PortalClock;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.RuleId;
import org.mentorportal.support.Desk;
import org.mentorportal.support.PortalTest;
import org.mentorportal.support.Race;
import org.mentorportal.support.School;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** V6.3.3: codes of an app, each good once, and recovery codes; throttled like passwords. */
@PortalTest
class SecondFactorTest {

    private static final String HERE = "192.0.2.1";

    @Autowired
    School school;
    @Autowired
    Desk desk;
    @Autowired
    SecondFactorService factors;
    @Autowired
    TestSignIn signIn;
    @Autowired
    CurrentActor actor;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private record Protected(AccountInfo person, byte[] secret, List<String> recoveryCodes) {
    }

    private <T> T as(Authentication session, Supplier<T> work) {
        SecurityContextHolder.setContext(new SecurityContextImpl(session));
        return work.get();
    }

    private Authentication withPassword(AccountInfo person) {
        return signIn.of(person, signIn.stepOf(person));
    }

    private String code(byte[] secret) {
        return Totp.code(secret, Totp.stepOf(clock.instant()));
    }

    /** Somebody who has set up a second factor; the code that showed it is used up, as are those before. */
    private Protected protectedPerson(Role... roles) {
        AccountInfo person = school.person(roles);
        return as(signIn.of(person), () -> {
            SecondFactorOffer offer = factors.offer();
            String before = Totp.code(offer.secret(), Totp.stepOf(clock.instant()) - 1);
            var on = (SecondFactorOutcome.On) factors.turnOn(offer, before, CommandKey.fresh());
            return new Protected(person, offer.secret(), on.recoveryCodes());
        });
    }

    private SecondFactorOutcome enter(Authentication session, String code) {
        return as(session, () -> factors.enter(code, HERE));
    }

    private static Optional<RuleId> refusal(SecondFactorOutcome outcome) {
        return outcome.refusal().map(why -> why.rule());
    }

    @Test
    void v633PasswordAloneLetsNobodyInWhoHasASecondFactor() {
        Protected one = protectedPerson(Role.STUDENT);
        Authentication session = withPassword(one.person);
        assertThat(as(session, actor::find)).isEmpty();
        assertThat(session.getAuthorities()).isEmpty();
        assertThat(refusal(enter(session, "000000"))).contains(AccountRule.CODE_WRONG);
        assertThat(as(session, actor::find)).isEmpty();

        assertThat(enter(session, code(one.secret))).isInstanceOf(SecondFactorOutcome.Passed.class);
        assertThat(as(session, actor::find)).map(person -> person.id()).contains(one.person.id());
        assertThat(session.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_STUDENT");
    }

    @Test
    void codeIsGoodOnceAlsoForManyAtOnce() {
        Protected one = protectedPerson(Role.STUDENT);
        String code = code(one.secret);
        List<Supplier<SecondFactorOutcome>> all = Stream.<Supplier<SecondFactorOutcome>>generate(() ->
                () -> enter(withPassword(one.person), code)).limit(4).toList();
        assertThat(Race.of(all)).filteredOn(SecondFactorOutcome.Passed.class::isInstance).hasSize(1);
        assertThat(refusal(enter(withPassword(one.person), code))).contains(AccountRule.CODE_WRONG);
        PortalClock.at(clock.instant().plus(Duration.ofSeconds(30)), () -> {
            assertThat(enter(withPassword(one.person), code(one.secret))).isInstanceOf(SecondFactorOutcome.Passed.class);
            return true;
        });
    }

    @Test
    void recoveryCodeIsGoodOnceAndOnlyItsHashIsKept() {
        Protected one = protectedPerson(Role.STUDENT);
        String code = one.recoveryCodes.getFirst();
        assertThat(jdbc.sql("select count(*) from recovery_code t where account_id = ? and t::text like ?").params(one.person.id().value(), "%" + code + "%")
                .query(Integer.class).single()).isZero();
        assertThat(enter(withPassword(one.person), code.toLowerCase())).isInstanceOf(SecondFactorOutcome.Passed.class);
        assertThat(refusal(enter(withPassword(one.person), code))).contains(AccountRule.CODE_WRONG);
        assertThat(enter(withPassword(one.person), one.recoveryCodes.get(1))).isInstanceOf(SecondFactorOutcome.Passed.class);
        assertThat(desk.trailOf("second-factor", one.person.id().value())).containsExactly("1 null>ON STUDENT TurnOnSecondFactor",
                "2 ON>ON STUDENT ShowCode", "3 ON>ON STUDENT ShowCode");
        assertThat(desk.trailOf("account", one.person.id().value())).containsExactly("1 null>ENABLED ADMIN CreateAccount",
                "2 ENABLED>ENABLED STUDENT TurnOnSecondFactor");
    }

    @Test
    void v631GuessingCodesIsSlowedLikeGuessingPasswords() {
        Protected one = protectedPerson(Role.STUDENT);
        IntStream.range(0, 10).forEach(n -> assertThat(refusal(enter(withPassword(one.person), "00000" + n % 10))).contains(AccountRule.CODE_WRONG));
        assertThat(refusal(enter(withPassword(one.person), code(one.secret)))).contains(AccountRule.TOO_MANY_SIGN_INS);
        assertThat(as(withPassword(one.person), () -> factors.enter(code(one.secret), "192.0.2.2"))).as("from elsewhere")
                .isInstanceOf(SecondFactorOutcome.Passed.class);
    }

    @Test
    void appMustShowThatItHasTheSecretFirst() {
        AccountInfo person = school.student();
        as(signIn.of(person), () -> {
            SecondFactorOffer offer = factors.offer();
            assertThat(refusal(factors.turnOn(offer, "123", CommandKey.fresh()))).contains(AccountRule.CODE_WRONG);
            assertThat(factors.isMineOn()).isFalse();
            assertThat(factors.turnOn(offer, code(offer.secret()), CommandKey.fresh())).isInstanceOf(SecondFactorOutcome.On.class);
            assertThat(factors.isMineOn()).as("and this session goes on").isTrue();
            SecondFactorOffer other = factors.offer();
            assertThat(refusal(factors.turnOn(other, code(other.secret()), CommandKey.fresh()))).contains(AccountRule.SECOND_FACTOR_ON);
            return true;
        });
        assertThat(jdbc.sql("select length(secret) from second_factor where account_id = ?").param(person.id().value()).query(Integer.class).single())
                .as("nonce, secret, tag").isEqualTo(12 + 20 + 16);
    }

    @Test
    void addressForAppsNamesPortalAndPerson() {
        String address = new SecondFactorOffer("nora o'neil@test.school").address("Mentor Portal");
        assertThat(address).matches("otpauth://totp/Mentor%20Portal:nora%20o%27neil%40test\\.school\\?secret=[A-Z2-7]{32}"
                + "&issuer=Mentor%20Portal&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void v743ChangeOfTheSecondFactorEndsAllOtherSessions() {
        AccountInfo person = school.student();
        Authentication other = signIn.of(person);
        Authentication mine = signIn.of(person);
        assertThat(as(other, actor::find)).isPresent();
        SecondFactorOffer offer = as(mine, factors::offer);
        var on = (SecondFactorOutcome.On) as(mine, () -> factors.turnOn(offer, code(offer.secret()), CommandKey.fresh()));
        assertThat(as(other, actor::find)).isEmpty();
        assertThat(as(mine, actor::find)).isPresent();

        Authentication third = withPassword(person);
        enter(third, on.recoveryCodes().getFirst());
        assertThat(as(mine, () -> factors.turnOffMine(on.recoveryCodes().get(1), HERE, CommandKey.fresh()))).isInstanceOf(SecondFactorOutcome.Off.class);
        assertThat(as(third, actor::find)).isEmpty();
        assertThat(as(mine, actor::find)).isPresent();
        assertThat(signIn.stepOf(person)).isEqualTo(Step.IN);
    }

    @Test
    void v646AdminTakesALostOneAwayButNoneOfTheirOwn() {
        Protected one = protectedPerson(Role.MENTOR);
        Authentication session = withPassword(one.person);
        enter(session, code(one.secret));
        AccountInfo admin = school.admin();
        assertThat(school.as(admin, () -> factors.turnOff(one.person.id(), CommandKey.fresh()))).isInstanceOf(SecondFactorOutcome.Off.class);
        assertThat(as(session, actor::find)).isEmpty();
        assertThat(refusal(school.as(admin, () -> factors.turnOff(one.person.id(), CommandKey.fresh())))).contains(AccountRule.SECOND_FACTOR_OFF);
        assertThat(refusal(school.as(admin, () -> factors.turnOff(admin.id(), CommandKey.fresh())))).contains(AccountRule.SECOND_FACTOR_REQUIRED);
    }

    @Test
    void whoMustHaveOneSetsItUpBeforeAnythingElse() {
        AccountInfo principal = school.principal();
        Authentication session = signIn.of(principal, Step.SET_UP);
        assertThat(as(session, actor::find)).isEmpty();
        SecondFactorOffer offer = as(session, factors::offer);
        assertThat(as(session, () -> factors.turnOn(offer, code(offer.secret()), CommandKey.fresh()))).isInstanceOf(SecondFactorOutcome.On.class);
        assertThat(as(session, actor::find)).isPresent();
    }
}
