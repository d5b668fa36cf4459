package org.mentorportal.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentorportal.shared.AccountId;
import org.mentorportal.shared.Actor;
import org.mentorportal.shared.Role;
import org.mentorportal.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who shows a token: read anew at each call, in one statement, so that a token that was revoked, an account that was
 * disabled or a role that was taken away counts from the next call on.
 */
@Component
public class TokenHolders {

    private static final String HOLDER = """
            select a.id, a.display_name, a.email,
                   array(select r.role from account_role r where r.account_id = a.id) as roles
            from access_token t join account a on a.id = t.account_id
            where t.token_hash = :hash and t.revoked_at is null and t.expires_at > :now and a.enabled
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    TokenHolders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nobody, for a token that is not valid now. */
    public Optional<Authentication> signIn(String shown) {
        return of(new TokenSecret(shown)).map(user -> UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities()));
    }

    Optional<PortalUser> of(TokenSecret shown) {
        return jdbc.sql(HOLDER).param("hash", shown.hash()).param("now", SqlTime.utc(clock.instant()))
                .query(TokenHolders::user).optional();
    }

    private static PortalUser user(ResultSet row, int number) throws SQLException {
        Array roles = row.getArray("roles");
        return new PortalUser(new Actor(new AccountId(row.getLong("id")), row.getString("display_name"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet())),
                row.getString("email"), null);
    }
}
