package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentorportal.shared.Refused;
import org.mentorportal.shared.RuleId;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** ASVS 5.0, V6.2 and V11.4.2. */
class PasswordRulesTest {

    private static final PasswordSettings PRODUCTION = settings(19_456, 2);
    /** Four bytes each in UTF-8, two halves each in Java. */
    private static final String FOUR_BYTES = "\uD83C\uDFD0";

    private final PasswordRules rules = new PasswordRules(PRODUCTION);
    private final PasswordEncoder encoder = new PasswordConfiguration().passwordEncoder(settings(64, 1));

    private static PasswordSettings settings(int memory, int iterations) {
        return new PasswordSettings(memory, iterations, 1, 2, Duration.ofSeconds(5), List.of("mentor", "portal", "Northfield"));
    }

    private Optional<RuleId> broken(String password) {
        return rules.firstBroken(password, List.of("Ana Belén Ortiz", "a.ortiz@northfield.school")).map(Refused::rule);
    }

    @Test
    void v621EightCharactersAreDemanded() {
        assertThat(broken("xkqzwvj")).contains(AccountRule.PASSWORD_SHORT);
        assertThat(broken("xkqzwvjy")).isEmpty();
        assertThat(broken(FOUR_BYTES.repeat(7))).as("counted as people do").contains(AccountRule.PASSWORD_SHORT);
        assertThat(broken(FOUR_BYTES.repeat(8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kqzxwvjybn", "KQZXWVJYBN", "8263950174", "two words four", "ñandúçäß漢字", "\t\u0007tab and bell", "        .", "'; drop table--"})
    void v625NoMixtureIsAskedForAndAnyCharacterMayBeThere(String password) {
        assertThat(broken(password)).isEmpty();
        assertThat(encoder.matches(password, encoder.encode(password))).isTrue();
    }

    @Test
    void v629SixtyFourAreTakenAndMoreTo128() {
        assertThat(broken(FOUR_BYTES.repeat(64))).isEmpty();
        assertThat(broken("kqzxwvjy".repeat(16))).isEmpty();
        assertThat(broken("kqzxwvjy".repeat(16) + "a")).contains(AccountRule.PASSWORD_LONG);
    }

    @Test
    void v628NothingIsCutOffOrChanged() {
        String most = FOUR_BYTES.repeat(127);
        String hash = encoder.encode(most + "a");
        assertThat(encoder.matches(most + "a", hash)).isTrue();
        assertThat(encoder.matches(most + "b", hash)).as("the 509th byte").isFalse();
        assertThat(encoder.matches(most + "A", hash)).isFalse();
        assertThat(encoder.matches(most + "a ", hash)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "12345678", "PASSWORD1", "iloveyou", "qwertyuiop", "1qaz2wsx", "trustno1", "starwars", "basketball", "Elizabeth"})
    void v624CommonOnesAreRefused(String password) {
        assertThat(broken(password)).contains(AccountRule.PASSWORD_COMMON);
    }

    @Test
    void v624TheListHasMoreThanThreeThousandThatAreLongEnough() {
        assertThat(rules.commonOnes()).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mentorportal", "Mentor-Portal1", "northfield26", "ORTIZ2026!", "ana.ortiz1", "a.ortiz@northfield.school", "belén12345"})
    void v6211WhatIsKnownOfOneIsNoPassword(String password) {
        assertThat(broken(password)).contains(AccountRule.PASSWORD_ABOUT_YOU);
    }

    @Test
    void v6211ButMayBeInOneThatIsLongEnoughWithoutIt() {
        assertThat(broken("ortiz rides a grey pony")).isEmpty();
    }

    @Test
    void v1142NewHashesAreArgon2idAsOwaspAsks() {
        String hash = new PasswordConfiguration().passwordEncoder(PRODUCTION).encode("some password");
        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(new PasswordConfiguration().passwordEncoder(PRODUCTION).encode("some password")).as("a salt of its own").isNotEqualTo(hash);
    }

    @Test
    void v1142WeakerHashesAreGoodAndMadeAnew() {
        PasswordEncoder today = new PasswordConfiguration().passwordEncoder(PRODUCTION);
        String old = new DelegatingPasswordEncoder("argon2", Map.of("argon2", Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()))
                .encode("some password");
        assertThat(today.matches("some password", old)).isTrue();
        assertThat(today.upgradeEncoding(old)).isTrue();
        assertThat(today.upgradeEncoding(today.encode("some password"))).isFalse();
    }

    @Test
    void x28HalfACharacterIsInNoPasswordAndFitsNone() {
        assertThat(rules.firstBroken("grey ponies \ud800 in a row", List.of())).contains(Refused.because(AccountRule.PASSWORD_CHARACTERS));
        assertThat(encoder.matches("grey ponies \ud800", encoder.encode("grey ponies ?"))).isFalse();
    }
}
