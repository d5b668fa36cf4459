package org.mentorportal.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccessTokenRepository extends Repository<AccessToken, Long> {

    AccessToken saveAndFlush(AccessToken token);

    void flush();

    Optional<AccessToken> findById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from AccessToken t where t.id = :id and t.accountId = :owner")
    Optional<AccessToken> lock(long id, long owner);

    int countByAccountIdAndRevokedAtIsNullAndExpiresAtAfter(long owner, Instant now);

    List<AccessToken> findAllByAccountIdAndRevokedAtIsNullAndExpiresAtAfterOrderByIdDesc(long owner, Instant now);
}
