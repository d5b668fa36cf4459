package org.mentorportal.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.mentorportal.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The power that each account has now (see {@link Account}): known for a moment, forgotten when this node changes it. */
@Component
class Powers {

    /** Of an account that is disabled or not there. */
    static final int NONE = 0;

    private static final String READ = "select id, power from account where id in (:accounts) and enabled";

    private final JdbcClient jdbc;
    private final Cache<AccountId, Integer> known;

    Powers(JdbcClient jdbc, StaySettings settings) {
        this.jdbc = jdbc;
        this.known = Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(settings.reread().plusSeconds(1)).build();
    }

    int of(AccountId account) {
        return known.get(account, unknown -> jdbc.sql("select power from account where id = ? and enabled").param(unknown.value())
                .query(Integer.class).optional().orElse(NONE));
    }

    void forget(AccountId account) {
        known.invalidate(account);
    }

    /** One statement for all. */
    void reread(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        Map<AccountId, Integer> now = new HashMap<>();
        accounts.forEach(account -> now.put(account, NONE));
        jdbc.sql(READ).param("accounts", accounts.stream().map(AccountId::value).toList())
                .query(row -> { now.put(new AccountId(row.getLong(1)), row.getInt(2)); });
        known.putAll(now);
    }
}
