package org.mentorportal.account;

import java.time.Clock;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signs a test's people in as the sign-in page does, without a password and without a session of the web server. */
@Component
public class TestSignIn {

    private final AccountRepository accounts;
    private final SecondFactors factors;
    private final Clock clock;
    private final Stays stays;

    TestSignIn(AccountRepository accounts, SecondFactors factors, Stays stays, Clock clock) {
        this.factors = factors;
        this.clock = clock;
        this.accounts = accounts;
        this.stays = stays;
    }

    /** What the person needs after the password. */
    public Step stepOf(AccountInfo person) {
        return factors.stepOf(accounts.findByEmail(person.email()).orElseThrow());
    }

    /** What an authenticator app with {@code key} shows now. */
    public String codeOf(String key) {
        return Totp.code(Base32.decode(key.replace(" ", "")), Totp.stepOf(clock.instant()));
    }

    public Authentication of(AccountInfo person) {
        return of(person, Step.IN);
    }

    public Authentication of(AccountInfo person, Step step) {
        return new SignedIn(accounts.findByEmail(person.email()).orElseThrow().asUser(step), stays);
    }
}
