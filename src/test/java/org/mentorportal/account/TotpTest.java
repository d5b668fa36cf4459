package org.mentorportal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Role;

/** The codes of RFC 6238, appendix B (its last six digits), and how secrets are kept. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
    private static final String CODE = "081804";

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037", "20000000000,353130"})
    void codesOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.stepOf(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @Test
    void codeFitsInItsHalfMinuteAndItsNeighbours() {
        assertThat(Totp.stepThatFits(SECRET, CODE, NOW)).contains(37037036L);
        assertThat(Totp.stepThatFits(SECRET, "081 804", NOW.plusSeconds(30))).contains(37037036L);
        assertThat(Totp.stepThatFits(SECRET, CODE, NOW.minusSeconds(30))).contains(37037036L);
        assertThat(Totp.stepThatFits(SECRET, CODE, NOW.plusSeconds(60))).isEmpty();
        assertThat(Totp.stepThatFits(SECRET, CODE, NOW.minusSeconds(60))).isEmpty();
        assertThat(Totp.stepThatFits(SECRET, "", NOW)).isEmpty();
        assertThat(Totp.stepThatFits(SECRET, "81804", NOW)).isEmpty();
    }

    @Test
    void secretIsKeptEncryptedForItsOwnerAlone() {
        var box = new SecretBox(new SecondFactorSettings(Set.of(Role.ADMIN), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
        var owner = new AccountId(7);
        byte[] kept = box.close(owner, SECRET);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
        assertThat(box.close(owner, SECRET)).as("another nonce").isNotEqualTo(kept);
        assertThat(box.open(owner, kept)).isEqualTo(SECRET);
        assertThatThrownBy(() -> box.open(new AccountId(8), kept)).isInstanceOf(IllegalStateException.class);
        byte[] changed = Arrays.copyOf(kept, kept.length);
        changed[kept.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open(owner, changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void recoveryCodesHave120RandomBitsAndAreReadHoweverTheyAreTyped() {
        RecoveryCodes codes = RecoveryCodes.random();
        assertThat(codes.all()).hasSize(8).doesNotHaveDuplicates().allMatch(code -> code.matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}"));
        String first = codes.all().getFirst();
        assertThat(RecoveryCodes.hash(" " + first.toLowerCase().replace('-', ' '))).isEqualTo(codes.hashes().getFirst());
    }
}
