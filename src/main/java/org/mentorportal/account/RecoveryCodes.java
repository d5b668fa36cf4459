package org.mentorportal.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.mentorportal.shared.Sha256;

/** What a person writes down for the day on which the app is lost: 120 random bits each, of which only a hash is kept. */
record RecoveryCodes(List<String> all) {

    private static final int COUNT = 8;
    private static final int BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    static RecoveryCodes random() {
        return new RecoveryCodes(Stream.generate(RecoveryCodes::one).limit(COUNT).toList());
    }

    private static String one() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base32.toBase32String(bits).replaceAll("(.{4})(?!$)", "$1-");
    }

    List<byte[]> hashes() {
        return all.stream().map(RecoveryCodes::hash).toList();
    }

    /** However it was typed. Fast on purpose: 120 random bits need no slow hash. */
    static byte[] hash(String typed) {
        return Sha256.of(typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z2-7]", ""));
    }

    @Override
    public String toString() {
        return "RecoveryCodes";
    }
}
