package org.mentorportal.account;

import org.mentorportal.shared.Refused;
import org.springframework.security.core.AuthenticationException;

/** Nobody came in, by a rule that can be told. */
public sealed class NotSignedIn extends AuthenticationException permits TooManySignIns {

    private final transient Refused why;

    NotSignedIn(Refused why) {
        super(why.rule().name());
        this.why = why;
    }

    public Refused why() {
        return why;
    }
}
