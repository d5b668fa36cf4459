package org.mentorportal.account;

import org.mentorportal.shared.Refused;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;

/** A door where nothing but a password can be shown: closed to accounts that have, or need, a second factor. */
public final class PasswordAlone implements AuthenticationManager {

    private final PasswordSignIn passwords;
    private final Stays stays;

    public PasswordAlone(PasswordSignIn passwords, Stays stays) {
        this.passwords = passwords;
        this.stays = stays;
    }

    /** @throws NotSignedIn if the password fitted and is not enough */
    @Override
    public Authentication authenticate(Authentication shown) {
        Authentication person = passwords.authenticate(shown);
        if (stays.stepOf(person) != Step.IN) {
            throw new NotSignedIn(Refused.because(AccountRule.SECOND_FACTOR_ACCOUNT));
        }
        return person;
    }
}
