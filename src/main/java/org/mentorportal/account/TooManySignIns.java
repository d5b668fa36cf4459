package org.mentorportal.account;

import org.mentorportal.shared.Refused;
import org.springframework.security.core.AuthenticationException;

/** A password was not even compared; see {@link SignInThrottle}. */
public final class TooManySignIns extends AuthenticationException {

    private final transient Refused why;

    TooManySignIns(Refused why) {
        super("too many attempts");
        this.why = why;
    }

    public Refused why() {
        return why;
    }

    /** How long to wait. */
    public long seconds() {
        return ((Number) why.arguments().getLast()).longValue();
    }
}
