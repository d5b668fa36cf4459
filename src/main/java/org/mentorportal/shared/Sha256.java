package org.mentorportal.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, of text in UTF-8. */
public final class Sha256 {

    private static final byte[] NO_SALT = {};

    private Sha256() {
    }

    public static byte[] of(String text) {
        return of(NO_SALT, text);
    }

    /** Of {@code salt} and then {@code text}. */
    public static byte[] of(byte[] salt, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
