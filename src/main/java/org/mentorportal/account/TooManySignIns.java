package org.mentorportal.account;

import org.mentorportal.shared.Refused;

/** A password was not even compared; see {@link SignInThrottle}. */
public final class TooManySignIns extends NotSignedIn {

    TooManySignIns(Refused why) {
        super(why);
    }

    /** How long to wait. */
    public long seconds() {
        return ((Number) why().arguments().getLast()).longValue();
    }
}
