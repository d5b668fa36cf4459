package org.mentorportal.live;

import org.mentorportal.shared.AccountId;

/** What a change is about. Modules make their own names; an account's is shared by all. */
public record Topic(String name) {

    /** Whatever concerns this person: own bookings, inbox. */
    public static Topic account(AccountId account) {
        return new Topic("account:" + account);
    }
}
