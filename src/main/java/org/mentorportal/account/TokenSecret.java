package org.mentorportal.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

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
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "TokenSecret";
    }
}
