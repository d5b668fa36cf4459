package org.mentorportal.account;

import java.security.SecureRandom;
import java.util.Base64;
import org.mentorportal.shared.Sha256;

/** An access token's text, as its person sees it once. Only its hash is kept; never shown in a log. */
public record TokenSecret(String text) {

    /** So that a secret that was published by mistake can be found by a search. */
    private static final String PREFIX = "mp_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenSecret random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return new TokenSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** Fast on purpose: 256 random bits need no slow hash. */
    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "TokenSecret";
    }
}
