package org.mentorportal.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.util.encoders.Base32;

/** A secret for a person's authenticator app, which counts as soon as the app has shown that it has it. */
public final class SecondFactorOffer {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final String email;

    SecondFactorOffer(String email) {
        this.email = email;
        this.secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
    }

    byte[] secret() {
        return secret.clone();
    }

    /** To be typed into an app: base 32, in groups of four. */
    public String text() {
        return Base32.toBase32String(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** To be read by an app, from a picture or a link. */
    public String address(String issuer) {
        return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30".formatted(encoded(issuer), encoded(email),
                Base32.toBase32String(secret), encoded(issuer));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Never its secret. */
    @Override
    public String toString() {
        return "SecondFactorOffer";
    }
}
