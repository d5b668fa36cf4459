package org.mentorportal.account;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mentorportal.shared.AccountId;

/**
 * What a program shows instead of its person's password. It lets the program do what the person may do at that moment,
 * until it expires or the person revokes it; it is never deleted and never made valid again.
 */
@Entity
class AccessToken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;
    private long accountId;
    private String name;
    private byte[] tokenHash;
    private Instant madeAt;
    private Instant expiresAt;
    private @Nullable Instant revokedAt;
    @Version
    private int version = 1;

    @SuppressWarnings("NullAway.Init")
    protected AccessToken() {
        // JPA
    }

    AccessToken(AccountId owner, MakeToken details, TokenSecret secret, Instant at) {
        this.accountId = owner.value();
        this.name = details.tokenName();
        this.tokenHash = secret.hash();
        this.madeAt = at;
        this.expiresAt = at.plus(Duration.ofDays(details.days()));
    }

    /** @return false if it was revoked before: then nothing changes */
    boolean revoke(Instant at) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = at;
        return true;
    }

    boolean hasSecret(TokenSecret secret) {
        return Arrays.equals(tokenHash, secret.hash());
    }

    int version() {
        return version;
    }

    TokenInfo info() {
        return new TokenInfo(new TokenId(id), name, madeAt, expiresAt);
    }
}
