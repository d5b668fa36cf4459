package org.mentorportal.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that an authenticator app shows (RFC 6238): HMAC-SHA-1, six digits, a new one each half minute. */
final class Totp {

    static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int AROUND = 1;
    private static final int MODULUS = 1_000_000;

    private Totp() {
    }

    static long stepOf(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    /** The half minute of which {@code typed} is the code: the one of {@code now} or, since clocks differ, the one before or after it. */
    static Optional<Long> stepThatFits(byte[] secret, String typed, Instant now) {
        byte[] shown = typed.replace(" ", "").getBytes(StandardCharsets.US_ASCII);
        long current = stepOf(now);
        return LongStream.rangeClosed(current - AROUND, current + AROUND)
                .filter(step -> MessageDigest.isEqual(code(secret, step).getBytes(StandardCharsets.US_ASCII), shown)).boxed().findFirst();
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }
}
