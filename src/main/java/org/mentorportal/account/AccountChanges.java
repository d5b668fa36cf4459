package org.mentorportal.account;

import java.util.Optional;
import java.util.Set;
import org.mentorportal.live.LiveUpdates;
import org.mentorportal.live.Topic;
import org.mentorportal.shared.AccountId;
import org.springframework.stereotype.Component;

/** Tells that accounts changed, after the commit. */
@Component
public class AccountChanges {

    /** Any account. */
    public static final Topic ACCOUNTS = new Topic("accounts");
    private static final String POWER = "power:";

    private final LiveUpdates updates;

    AccountChanges(LiveUpdates updates) {
        this.updates = updates;
    }

    /** What one may do, or how one proves who one is. */
    static Topic power(AccountId account) {
        return new Topic(POWER + account);
    }

    /** Whose power {@code topic} is about. */
    static Optional<AccountId> ofPower(Topic topic) {
        return topic.name().startsWith(POWER) ? Optional.of(new AccountId(Long.parseLong(topic.name().substring(POWER.length()))))
                : Optional.empty();
    }

    void changed(AccountId account) {
        updates.announce(Set.of(ACCOUNTS, Topic.account(account), power(account)));
    }
}
