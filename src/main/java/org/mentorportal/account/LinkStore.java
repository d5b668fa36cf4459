package org.mentorportal.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of links; an account has at most one that may be used. */
@Component
class LinkStore {

    private static final String OPEN = """
            select l.id, l.account_id, l.kind, l.expires_at from account_link l join account a on a.id = l.account_id
            where l.token_hash = :hash and l.ended_at is null and l.expires_at > :now and a.enabled""";

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A link that may be used. */
    record OpenLink(long id, AccountId account, LinkKind kind, Instant expires) {
    }

    /** Takes the place of the account's earlier link. */
    void make(AccountId account, LinkKind kind, LinkToken token, Instant at, Instant expires) {
        endAll(account, at);
        jdbc.sql("insert into account_link (account_id, kind, token_hash, made_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(account.value(), kind.name(), token.hash(), SqlTime.utc(at), SqlTime.utc(expires)).update();
    }

    void endAll(AccountId account, Instant at) {
        jdbc.sql("update account_link set ended_at = ? where account_id = ? and ended_at is null")
                .params(SqlTime.utc(at), account.value()).update();
    }

    /** Nothing for one that was used or replaced, has expired, is of a disabled account, or never was. */
    Optional<OpenLink> find(LinkToken token, Instant now) {
        return jdbc.sql(OPEN).param("hash", token.hash()).param("now", SqlTime.utc(now)).query(LinkStore::link).optional();
    }

    private static OpenLink link(ResultSet row, int number) throws SQLException {
        return new OpenLink(row.getLong("id"), new AccountId(row.getLong("account_id")), LinkKind.valueOf(row.getString("kind")),
                SqlTime.instant(row, "expires_at"));
    }
}
