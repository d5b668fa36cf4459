package org.mentorportal.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.mentorportal.shared.Sha256;

/** 256 random bits that whoever has them may use once. Only their hash is kept; never shown in a log. */
public record LinkToken(String text) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkToken random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new LinkToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Fast on purpose: 256 random bits need no slow hash. */
    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "LinkToken";
    }
}
